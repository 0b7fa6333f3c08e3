namespace ArchiveScrub.Blocks.Html;

/// <summary>What to do with an end tag that HtmlAgilityPack would read otherwise than a browser.</summary>
internal enum EndTagRepair
{
    /// <summary>Nothing: it closes its element.</summary>
    None,

    /// <summary>Nothing is open that it could close.</summary>
    Stray,

    /// <summary>Hide it from the parser.</summary>
    Ignore,

    /// <summary>Hide it and its start tag: formatting that overlaps boxes.</summary>
    IgnoreBoth,

    /// <summary>It ends a heading of another level.</summary>
    Rename,
}
