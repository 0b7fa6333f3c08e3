namespace ArchiveScrub;

/// <summary>The codes of <see cref="CaptureException"/>. They are part of the public contract: quarantine records carry them.</summary>
public static class CaptureErrorCodes
{
    /// <summary>The capture holds no bytes.</summary>
    public const string Empty = "EMPTY";

    /// <summary>The capture holds bytes, but no text: white space or control characters only.</summary>
    public const string NoText = "NO_TEXT";

    /// <summary>The bytes are of another kind (an image, a PDF, an executable), whatever name or header say.</summary>
    public const string NotText = "NOT_TEXT";

    /// <summary>The capture or page is larger than the limit.</summary>
    public const string TooLarge = "TOO_LARGE";

    /// <summary>Too deep, too many elements or too slow to parse, and the text-only fallback did not help either.</summary>
    public const string TooComplex = "TOO_COMPLEX";

    /// <summary>The capture is of a format that this version does not read.</summary>
    public const string Unsupported = "UNSUPPORTED";

    /// <summary>The capture, or a record of it, is compressed in a way that is not read (Zstandard).</summary>
    public const string UnsupportedCompression = "UNSUPPORTED_COMPRESSION";

    /// <summary>Compressed data breaks off inside a gzip member.</summary>
    public const string GzipTruncated = "GZIP_TRUNCATED";

    /// <summary>Compressed data is damaged: it cannot be unpacked, or checksum or size are not those of what came out.</summary>
    public const string GzipDamaged = "GZIP_DAMAGED";

    /// <summary>A record breaks off: the capture, or the gzip member, ends before the record does.</summary>
    public const string RecordTruncated = "RECORD_TRUNCATED";

    /// <summary>A record's header cannot be read, or does not say how long the record is.</summary>
    public const string RecordInvalid = "RECORD_INVALID";

    /// <summary>A header line is longer, or there are more of them, than the limit.</summary>
    public const string HeaderLimit = "HEADER_LIMIT";

    /// <summary>Compressed data unpacks to more than the limit.</summary>
    public const string ExpansionLimit = "EXPANSION_LIMIT";

    /// <summary>A record was cut into segments, and one of them is missing.</summary>
    public const string SegmentMissing = "SEGMENT_MISSING";

    /// <summary>A file inside a container is not as the container's index says: a wrong checksum, digest or size, a name twice.</summary>
    public const string ContainerDamaged = "CONTAINER_DAMAGED";

    /// <summary>A file inside a container is encrypted.</summary>
    public const string Encrypted = "ENCRYPTED";

    /// <summary>
    /// Nothing is known to be wrong with the capture, but every try failed: stores did, or workers died. It is given up
    /// until it is delivered anew.
    /// </summary>
    public const string GivenUp = "GIVEN_UP";

    /// <summary>The scrubber itself failed: a defect of this version, not of the capture. Such a capture is tried again.</summary>
    public const string InternalError = "INTERNAL_ERROR";
}
