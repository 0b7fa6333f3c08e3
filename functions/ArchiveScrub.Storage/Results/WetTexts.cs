using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;

namespace ArchiveScrub.Storage;

/// <summary>Reads the clean texts of a WET file of ours: the blocks of its <c>conversion</c> records, as bytes, in their order.</summary>
internal static class WetTexts
{
    private const int MaxHeader = 1024 * 1024;

    /// <summary>The texts.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public static async IAsyncEnumerable<byte[]> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var unpacked = new BufferedStream(new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true), 64 * 1024);
        while (ReadHeader(unpacked) is { } header)
        {
            var block = new byte[header.Length];
            await ReadAsync(unpacked, block, cancellationToken);
            var end = new byte[4];
            await ReadAsync(unpacked, end, cancellationToken);
            if (!end.AsSpan().SequenceEqual("\r\n\r\n"u8))
            {
                throw new InvalidDataException("a record does not end where it says");
            }

            if (header.Type == "conversion")
            {
                yield return block;
            }
        }
    }

    private static (string? Type, int Length)? ReadHeader(BufferedStream stream)
    {
        string? type = null;
        var length = -1;
        var isFirst = true;
        for (string? line; (line = ReadLine(stream)) is not null; isFirst = false)
        {
            if (line.Length == 0)
            {
                return length >= 0 ? (type, length) : throw new InvalidDataException("a record does not say how long it is");
            }

            if (isFirst && !line.StartsWith("WARC/", StringComparison.Ordinal))
            {
                throw new InvalidDataException("a record does not begin as one");
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var value = colon < 0 ? "" : line[(colon + 1)..].Trim();
            if (colon >= 0 && line.AsSpan(0, colon).Equals("WARC-Type", StringComparison.OrdinalIgnoreCase))
            {
                type = value;
            }
            else if (colon >= 0 && line.AsSpan(0, colon).Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
            {
                length = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && bytes <= Array.MaxLength
                    ? bytes
                    : throw new InvalidDataException($"a record says that it is {value} bytes long");
            }
        }

        return isFirst ? null : throw new InvalidDataException("a record breaks off");
    }

    private static string? ReadLine(BufferedStream stream)
    {
        var line = new List<byte>();
        for (int read; (read = stream.ReadByte()) >= 0;)
        {
            if (read == '\n')
            {
                return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            }

            line.Add((byte)read);
            if (line.Count > MaxHeader)
            {
                throw new InvalidDataException("a header is too long");
            }
        }

        return line.Count == 0 ? null : throw new InvalidDataException("a record breaks off");
    }

    private static async Task ReadAsync(BufferedStream stream, byte[] bytes, CancellationToken cancellationToken)
    {
        if (await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken) < bytes.Length)
        {
            throw new InvalidDataException("a record breaks off");
        }
    }
}
