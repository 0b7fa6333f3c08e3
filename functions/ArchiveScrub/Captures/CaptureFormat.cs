namespace ArchiveScrub;

/// <summary>What a capture is, told by its content.</summary>
public enum CaptureFormat
{
    /// <summary>One page: an HTML or a plain-text file.</summary>
    Page,

    /// <summary>Records of a crawl, WARC or ARC, plain or compressed; WET too.</summary>
    Warc,

    /// <summary>A ZIP archive: WACZ, or a folder of pages.</summary>
    Zip,

    /// <summary>A page as a browser saves it, MHTML.</summary>
    Mhtml,
}
