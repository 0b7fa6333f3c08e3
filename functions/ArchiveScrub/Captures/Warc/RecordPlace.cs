using System.Runtime.InteropServices;

namespace ArchiveScrub.Captures.Warc;

/// <summary>Where a record begins.</summary>
/// <param name="Offset">Offset of its member in the capture.</param>
/// <param name="InMember">Offset in the unpacked member.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RecordPlace(long Offset, long InMember);
