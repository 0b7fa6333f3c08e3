using System.Runtime.InteropServices;

namespace ArchiveScrub.Storage;

/// <summary>A slice that a capture is to be cut into.</summary>
/// <param name="Slice">The stretch.</param>
/// <param name="Records">How many records begin in it.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PlannedSlice(CaptureSlice Slice, long Records);
