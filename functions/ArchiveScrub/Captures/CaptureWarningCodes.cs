namespace ArchiveScrub;

/// <summary>The codes of <see cref="CaptureWarning"/>. They are part of the public contract: manifests carry them.</summary>
public static class CaptureWarningCodes
{
    /// <summary>Checksum and size at the end of a gzip member are missing; the data before them is whole.</summary>
    public const string GzipTrailerMissing = "GZIP_TRAILER_MISSING";

    /// <summary>A gzip member holds several records, so that they have no place of their own in the capture.</summary>
    public const string GzipNotPerRecord = "GZIP_NOT_PER_RECORD";

    /// <summary>The capture is compressed twice.</summary>
    public const string GzipTwice = "GZIP_TWICE";

    /// <summary>The name of the capture says that it is compressed and it is not, or the other way round.</summary>
    public const string NameMisleads = "NAME_MISLEADS";

    /// <summary>Bytes that belong to no record: padding, or garbage behind the last one.</summary>
    public const string TrailingData = "TRAILING_DATA";

    /// <summary>Bytes were passed over to find the next record behind damage.</summary>
    public const string Resynchronised = "RESYNCHRONISED";

    /// <summary>A record does not end with two line ends, or not where it says.</summary>
    public const string RecordTrailerInvalid = "RECORD_TRAILER_INVALID";

    /// <summary>A header ends its lines with LF, folds them, or holds one without a colon.</summary>
    public const string HeaderMalformed = "HEADER_MALFORMED";

    /// <summary>A header that must be there, or stand once, does not.</summary>
    public const string HeaderInvalid = "HEADER_INVALID";

    /// <summary>An HTTP response does not begin as one, or its headers are not as they should be.</summary>
    public const string HttpMalformed = "HTTP_MALFORMED";

    /// <summary>A body is not in the transfer coding that its headers declare, or breaks off in it.</summary>
    public const string TransferEncodingInvalid = "TRANSFER_ENCODING_INVALID";

    /// <summary>A body is not in the content coding that its headers declare, or breaks off in it.</summary>
    public const string ContentEncodingInvalid = "CONTENT_ENCODING_INVALID";

    /// <summary>A declared digest is not that of the bytes.</summary>
    public const string DigestMismatch = "DIGEST_MISMATCH";

    /// <summary>A declared digest is of an algorithm that is not known, or not written as one.</summary>
    public const string DigestUnknown = "DIGEST_UNKNOWN";

    /// <summary>The index of a container is missing or damaged; what it holds was found without it, or cannot be checked against it.</summary>
    public const string ContainerIndexDamaged = "CONTAINER_INDEX_DAMAGED";

    /// <summary>The name of a file in a container would lead out of a folder if it were used as a path; it is not.</summary>
    public const string UnsafeName = "UNSAFE_NAME";

    /// <summary>The crawler broke the record off (<c>WARC-Truncated</c>), or its end is missing.</summary>
    public const string SourceTruncated = "SOURCE_TRUNCATED";
}
