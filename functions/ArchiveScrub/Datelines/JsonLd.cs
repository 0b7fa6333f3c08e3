using System.Text.Json;

namespace ArchiveScrub.Datelines;

/// <summary>
/// What the JSON-LD of a page says of its article: dates and authors, verbatim. It is read as it comes: remarks, commas
/// too many and broken documents are borne.
/// </summary>
internal sealed class JsonLd
{
    private const int MaxLength = 1 << 20;
    private const int MaxObjects = 2000;
    private const int MaxAuthors = 8;

    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    private int _objects;

    /// <summary><c>datePublished</c>, or else <c>dateCreated</c>.</summary>
    public string? Published { get; private set; }

    /// <summary><c>dateModified</c>.</summary>
    public string? Modified { get; private set; }

    /// <summary>Names of <c>author</c>.</summary>
    public IReadOnlyList<string> Authors { get; private set; } = [];

    /// <summary>Reads all documents of a page; an article's word counts before a page's, an earlier before a later.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="isArticle">Whether the page says elsewhere that it is an article: then the dates of a mere <c>WebPage</c> count, which publishing systems also write for shops and home pages.</param>
    public static JsonLd Read(IReadOnlyList<string> documents, bool isArticle)
    {
        var best = new JsonLd();
        foreach (var document in documents)
        {
            if (document.Length > MaxLength)
            {
                continue;
            }

            if (!best.TryRead(document, isArticle))
            {
                best.Published ??= Scan(document, "\"datePublished\"");
                best.Modified ??= Scan(document, "\"dateModified\"");
            }
        }

        return best;
    }

    private bool TryRead(string document, bool isArticle)
    {
        // some pages hide scripts from ancient browsers
        var start = document.AsSpan().IndexOfAny('{', '[');
        var end = document.AsSpan().LastIndexOfAny('}', ']');
        if (start < 0 || end <= start)
        {
            return false;
        }

        try
        {
            using var json = JsonDocument.Parse(document.AsMemory(start..(end + 1)), Options);
            Visit(json.RootElement, isArticle: true);
            if (isArticle)
            {
                Visit(json.RootElement, isArticle: false);
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private void Visit(JsonElement element, bool isArticle)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Visit(item, isArticle);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object && _objects++ < MaxObjects)
        {
            var type = Type(element);
            if (isArticle ? IsArticle(type) : IsPage(type))
            {
                Published ??= Text(element, "datePublished") ?? Text(element, "dateCreated");
                Modified ??= Text(element, "dateModified");
                if (Authors.Count == 0 && isArticle && element.TryGetProperty("author", out var author))
                {
                    Authors = Names(author);
                }
            }

            foreach (var name in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage", "article", "itemListElement", "hasPart"])
            {
                if (element.TryGetProperty(name, out var inner) && (name is not ("itemListElement" or "hasPart") || isArticle && type.Length == 0))
                {
                    Visit(inner, isArticle);
                }
            }
        }
    }

    private static string Type(JsonElement element)
    {
        if (!element.TryGetProperty("@type", out var type))
        {
            return "";
        }

        return type.ValueKind switch
        {
            JsonValueKind.String => type.GetString() ?? "",
            JsonValueKind.Array when type.GetArrayLength() > 0 && type[0].ValueKind == JsonValueKind.String => type[0].GetString() ?? "",
            _ => "",
        };
    }

    private static bool IsArticle(string type) =>
        type.EndsWith("Article", StringComparison.OrdinalIgnoreCase) || type.EndsWith("Posting", StringComparison.OrdinalIgnoreCase)
        || type is "Report" or "Recipe" or "DiscussionForumPosting" or "SocialMediaPosting" or "QAPage" or "Question" or "ScholarlyArticle";

    private static bool IsPage(string type) => type.EndsWith("Page", StringComparison.OrdinalIgnoreCase) || type is "CreativeWork" or "VideoObject" or "PodcastEpisode";

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private static List<string> Names(JsonElement author)
    {
        var names = new List<string>();
        foreach (var item in author.ValueKind == JsonValueKind.Array ? [.. author.EnumerateArray()] : (JsonElement[])[author])
        {
            var name = item.ValueKind == JsonValueKind.String ? item.GetString() : item.ValueKind == JsonValueKind.Object ? Text(item, "name") : null;
            if (name?.Trim() is { Length: > 0 and < 100 } trimmed && names.Count < MaxAuthors && !trimmed.Contains("://", StringComparison.Ordinal))
            {
                names.Add(trimmed);
            }
        }

        return names;
    }

    // The string after a name, in a document that is no JSON.
    private static string? Scan(string document, string name)
    {
        var at = document.IndexOf(name, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var rest = document.AsSpan(at + name.Length).TrimStart();
        if (rest.IsEmpty || rest[0] != ':')
        {
            return null;
        }

        rest = rest[1..].TrimStart();
        var end = rest.IsEmpty || rest[0] != '"' ? -1 : rest[1..].IndexOf('"');
        return end is > 0 and < 64 ? rest.Slice(1, end).ToString() : null;
    }
}
