namespace ArchiveScrub;

/// <summary>What kind of page a page is, by what its content is. The names follow WCXB, on whose pages the classifier was trained.</summary>
public enum PageType
{
    /// <summary>One piece of writing: news, blog, essay.</summary>
    Article,

    /// <summary>Manuals, references, tutorials.</summary>
    Documentation,

    /// <summary>What an organisation offers or is.</summary>
    Service,

    /// <summary>Posts of several people under one topic.</summary>
    Forum,

    /// <summary>Many things of one sort to choose from: categories of a shop, galleries.</summary>
    Collection,

    /// <summary>Entries that lead to pages of their own: search results, directories, front pages.</summary>
    Listing,

    /// <summary>One thing for sale.</summary>
    Product,

    /// <summary>Nothing on the page is content.</summary>
    Empty,
}
