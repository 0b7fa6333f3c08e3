namespace ArchiveScrub;

/// <summary>How the charset of a page was found, strongest first.</summary>
public enum CharsetSource
{
    /// <summary>A byte order mark.</summary>
    Bom,

    /// <summary>The transport (HTTP Content-Type).</summary>
    Http,

    /// <summary>A <c>meta</c> element.</summary>
    Meta,

    /// <summary>An XML declaration.</summary>
    Xml,

    /// <summary>The bytes themselves.</summary>
    Detected,

    /// <summary>Nothing said anything, and the bytes fit the default.</summary>
    Default,
}
