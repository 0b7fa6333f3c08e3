namespace ArchiveScrub;

/// <summary>
/// What a capture says of one of its records: a WARC record, an ARC record, a part of an MHTML file, a file in a ZIP
/// archive. It is evidence, taken over as it stands.
/// </summary>
public sealed record RecordInfo
{
    /// <summary>The record's id without angle brackets (<c>urn:uuid:…</c>); null where it has none.</summary>
    public string? Id { get; init; }

    /// <summary>What it is: a WARC record type (<c>response</c>, <c>conversion</c>, …), <c>arc</c>, <c>part</c>, <c>file</c>.</summary>
    public required string Type { get; init; }

    /// <summary>
    /// Offset of the record's first byte in the capture (or in the file inside it that <see cref="Path"/> names); of the
    /// gzip member that holds it, where it is compressed.
    /// </summary>
    public required long Offset { get; init; }

    /// <summary>Bytes that the record takes there, compressed as it is; null where it shares a gzip member with others, or its end was not found.</summary>
    public long? Length { get; init; }

    /// <summary>Offset of the record's first byte in the uncompressed content of its gzip member; 0 where the member is its own.</summary>
    public long OffsetInMember { get; init; }

    /// <summary>Name of the file inside the capture that holds the record (<c>archive/data.warc.gz</c> of a WACZ); null where that is the capture itself.</summary>
    public string? Path { get; init; }

    /// <summary>Where the file that <see cref="Path"/> names stands in the capture; null where there is none, or it was not found.</summary>
    public ContainerFile? Container { get; init; }

    /// <summary>When the content was captured (<c>WARC-Date</c>).</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>Where it was captured from, verbatim. Never fetched.</summary>
    public string? TargetUri { get; init; }

    /// <summary>The id of the record that this one refers to (<c>WARC-Refers-To</c>), without angle brackets.</summary>
    public string? RefersTo { get; init; }

    /// <summary>Why the crawler broke the record off (<c>WARC-Truncated</c>).</summary>
    public string? Truncated { get; init; }

    /// <summary>Status code of the HTTP response (RFC 9110 section 15).</summary>
    public int? HttpStatus { get; init; }

    /// <summary>The media type that is declared for the content, verbatim, with parameters.</summary>
    public string? MediaType { get; init; }

    /// <summary>Digest of the whole block.</summary>
    public RecordDigest? BlockDigest { get; init; }

    /// <summary>Digest of the payload: of a response's body, after the transfer coding and before the content coding.</summary>
    public RecordDigest? PayloadDigest { get; init; }

    /// <summary>What is not as it should be, in the order in which it was noticed.</summary>
    public IReadOnlyList<CaptureWarning> Warnings { get; init; } = [];
}
