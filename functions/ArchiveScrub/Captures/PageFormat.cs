namespace ArchiveScrub;

/// <summary>How a page is read.</summary>
public enum PageFormat
{
    /// <summary>HTML or XHTML markup.</summary>
    Html,

    /// <summary>The visible text of a whole page, chrome included, a line per line of the page.</summary>
    Text,
}
