using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace ArchiveScrub.Storage;

/// <summary>Reads the lines of a file of gzip members, as bytes: nothing is decoded before it is checked.</summary>
internal static class GzipLines
{
    /// <summary>A manifest that is longer than this is none: 1 GiB.</summary>
    private const int MaxLine = 1 << 30;

    /// <summary>The lines, without their ends.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public static async IAsyncEnumerable<byte[]> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var unpacked = new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true);
        var buffer = new byte[64 * 1024];
        using var line = new MemoryStream();
        for (int read; (read = await unpacked.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            for (var at = 0; at < read;)
            {
                var end = Array.IndexOf(buffer, (byte)'\n', at, read - at);
                line.Write(buffer, at, (end < 0 ? read : end) - at);
                if (end < 0)
                {
                    if (line.Length > MaxLine)
                    {
                        throw new InvalidDataException("a line is too long");
                    }

                    break;
                }

                yield return line.ToArray();
                line.SetLength(0);
                at = end + 1;
            }
        }

        if (line.Length > 0)
        {
            yield return line.ToArray();
        }
    }
}
