using System.Runtime.InteropServices;
using ArchiveScrub.Captures.Sniffing;

namespace ArchiveScrub.Captures;

/// <summary>A byte order mark at the start of a payload.</summary>
/// <param name="Charset">The charset it stands for; null where there is no mark.</param>
/// <param name="Length">Its length in bytes; 0 where there is none.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ByteOrderMark(string? Charset, int Length)
{
    public static ByteOrderMark Find(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new("utf-8", 3),

        // The UTF-32 mark is also UTF-16 with a NUL after its mark: what follows decides.
        [0xFF, 0xFE, 0, 0, .. var rest] when WideText.LooksLikeUtf32(rest[..Math.Min(rest.Length, 1024)], bigEndian: false) => new("utf-32le", 4),
        [0, 0, 0xFE, 0xFF, ..] => new("utf-32be", 4),
        [0xFE, 0xFF, ..] => new("utf-16be", 2),
        [0xFF, 0xFE, ..] => new("utf-16le", 2),
        _ => default,
    };
}
