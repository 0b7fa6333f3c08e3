namespace ArchiveScrub.Blocks;

/// <summary>What an HTML page says of itself outside its visible text. Empty for a text capture.</summary>
internal sealed class PageHead
{
    /// <summary>Nothing is said.</summary>
    public static PageHead Empty { get; } = new();

    /// <summary>The <c>title</c> element, white space collapsed.</summary>
    public string? Title { get; init; }

    /// <summary>The <c>lang</c> attribute of the root, verbatim.</summary>
    public string? Language { get; init; }

    /// <summary>The <c>href</c> of <c>link rel="canonical"</c>, verbatim.</summary>
    public string? CanonicalUri { get; init; }

    /// <summary><c>meta</c> elements in document order: <c>name</c>, <c>property</c>, <c>http-equiv</c> or <c>itemprop</c> (lower case) and <c>content</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Meta { get; init; } = [];

    /// <summary>Content of every <c>script type="application/ld+json"</c>, verbatim.</summary>
    public IReadOnlyList<string> JsonLd { get; init; } = [];

    /// <summary>The content of the first <c>meta</c> of one of these names, in the order of the names.</summary>
    public string? FirstMeta(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var (key, value) in Meta)
            {
                if (key == name && value.Length > 0)
                {
                    return value;
                }
            }
        }

        return null;
    }
}
