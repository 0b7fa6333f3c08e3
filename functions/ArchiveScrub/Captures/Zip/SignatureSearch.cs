using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace ArchiveScrub.Captures.Zip;

/// <summary>Finds the signatures of ZIP structures in an archive whose directory does not tell where they are.</summary>
internal static class SignatureSearch
{
    public const uint Descriptor = 0x08074B50;

    private const int WindowSize = 64 * 1024;

    /// <summary>All signatures of local headers, central headers and data descriptors, in order.</summary>
    public static async IAsyncEnumerable<(long At, uint Signature)> FindAsync(ZipSource source, long start, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var window = new byte[WindowSize];
        while (true)
        {
            var length = await source.ReadAsync(start, window, cancellationToken);
            for (var at = NextAfter(window, length, -1); at >= 0; at = NextAfter(window, length, at))
            {
                yield return (start + at, BinaryPrimitives.ReadUInt32LittleEndian(window.AsSpan(at)));
            }

            if (length < window.Length)
            {
                yield break;
            }

            start += length - 3; // a signature may lie across the border
        }
    }

    /// <summary>Whether a structure begins at an offset, or the archive breaks off there or in its first bytes.</summary>
    public static async ValueTask<bool> MayBeAtAsync(ZipSource source, long at, CancellationToken cancellationToken)
    {
        var bytes = new byte[2];
        var length = await source.ReadAsync(at, bytes, cancellationToken);
        return "PK"u8.StartsWith(bytes.AsSpan(0, length));
    }

    private static int NextAfter(byte[] window, int length, int at)
    {
        for (at++; at + 4 <= length; at++)
        {
            var step = window.AsSpan(at, length - at).IndexOf("PK"u8);
            if (step < 0 || at + step + 4 > length)
            {
                return -1;
            }

            at += step;
            if (BinaryPrimitives.ReadUInt32LittleEndian(window.AsSpan(at)) is LocalHeader.Signature or CentralHeader.Signature or Descriptor)
            {
                return at;
            }
        }

        return -1;
    }
}
