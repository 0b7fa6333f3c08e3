using System.Runtime.InteropServices;

namespace ArchiveScrub.Storage;

/// <summary>How much of one kind was removed.</summary>
/// <param name="Blocks">Blocks.</param>
/// <param name="CodePoints">Unicode code points of the linear text.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RemovalTally(long Blocks, long CodePoints);
