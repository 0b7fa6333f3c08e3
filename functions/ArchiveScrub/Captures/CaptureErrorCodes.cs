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

    /// <summary>A part of the capture is not what its own sizes, checksums or headers say.</summary>
    public const string Corrupt = "CORRUPT";

    /// <summary>The capture, or a part of it, ends before its end.</summary>
    public const string Truncated = "TRUNCATED";

    /// <summary>The scrubber itself failed: a defect of this version, not of the capture. Such a capture is tried again.</summary>
    public const string InternalError = "INTERNAL_ERROR";
}
