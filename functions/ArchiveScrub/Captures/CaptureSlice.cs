using System.Runtime.InteropServices;

namespace ArchiveScrub;

/// <summary>A stretch of a capture: the records that begin in it. Slices that lie end to end hold each record once.</summary>
/// <param name="Offset">First byte; a record (or its gzip member) begins there.</param>
/// <param name="Length">How many bytes; the last record may reach beyond.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CaptureSlice(long Offset, long Length)
{
    /// <summary>The first byte behind it.</summary>
    public long End => Offset + Length;
}
