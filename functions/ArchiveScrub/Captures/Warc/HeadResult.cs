using System.Runtime.InteropServices;
using ArchiveScrub.Captures.Compression;

namespace ArchiveScrub.Captures.Warc;

/// <summary>What came of reading the head of a record: one of three.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct HeadResult
{
    /// <summary>The header, which says how long the block is.</summary>
    public RecordHeader? Header { get; init; }

    /// <summary>What is wrong with it; where the record ends is not known then.</summary>
    public FailedEntry? Failure { get; init; }

    /// <summary>Why the data ended inside it.</summary>
    public MemberFault? Fault { get; init; }
}
