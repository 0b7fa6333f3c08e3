using System.Text.Json;

namespace ArchiveScrub.Datelines;

/// <summary>
/// What the JSON-LD of a page says of its article, verbatim (schema.org, <c>Article</c> and <c>CreativeWork</c>): dates,
/// authors, publisher, place, source. It is read as it comes: remarks, commas too many and broken documents are borne.
/// </summary>
internal sealed class JsonLd
{
    private const int MaxLength = 1 << 20;
    private const int MaxObjects = 2000;
    private const int MaxNames = 8;
    private const int MaxNameLength = 100;

    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    private readonly Dictionary<string, string> _dates = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _names = new(StringComparer.Ordinal);
    private int _objects;

    /// <summary>
    /// A date of the article: <c>datePublished</c>, <c>dateCreated</c>, <c>dateModified</c>; with <c>WebPage.</c> before it
    /// what a mere page says, which publishing systems also write for shops and home pages.
    /// </summary>
    public string? Date(string name) => _dates.GetValueOrDefault(name);

    /// <summary>The type of the article that the dates are of: <c>NewsArticle</c>, <c>BlogPosting</c>; null where there is none.</summary>
    public string? ArticleType { get; private set; }

    /// <summary>Names that a property of the article holds: <c>author</c>, <c>publisher</c>, <c>contentLocation</c>, <c>locationCreated</c>, <c>dateline</c>, <c>sourceOrganization</c>.</summary>
    public IReadOnlyList<string> Names(string property) => _names.GetValueOrDefault(property) ?? (IReadOnlyList<string>)[];

    /// <summary>Reads all documents of a page; an article's word counts before a page's, an earlier before a later.</summary>
    /// <param name="documents">The documents.</param>
    public static JsonLd Read(IReadOnlyList<string> documents)
    {
        var read = new JsonLd();
        foreach (var document in documents)
        {
            if (document.Length <= MaxLength && !read.TryRead(document))
            {
                read.ArticleType ??= document.Contains("\"NewsArticle\"", StringComparison.Ordinal) ? "NewsArticle" : null;
                read.Scan(document, "datePublished");
                read.Scan(document, "dateModified");
            }
        }

        return read;
    }

    private bool TryRead(string document)
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
            Visit(json.RootElement);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private void Visit(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Visit(item);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object && _objects++ < MaxObjects)
        {
            var type = Type(element);
            if (IsArticle(type))
            {
                ArticleType ??= type;
                TakeDates(element, "");
                foreach (var property in (ReadOnlySpan<string>)["author", "publisher", "contentLocation", "locationCreated", "dateline", "sourceOrganization"])
                {
                    if (!_names.ContainsKey(property) && element.TryGetProperty(property, out var value) && NamesOf(value) is { Count: > 0 } names)
                    {
                        _names.Add(property, names);
                    }
                }
            }
            else if (IsPage(type))
            {
                TakeDates(element, "WebPage.");
            }

            foreach (var name in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage", "article", "itemListElement", "hasPart"])
            {
                if (element.TryGetProperty(name, out var inner) && (name is not ("itemListElement" or "hasPart") || type.Length == 0))
                {
                    Visit(inner);
                }
            }
        }
    }

    private void TakeDates(JsonElement element, string prefix)
    {
        foreach (var name in (ReadOnlySpan<string>)["datePublished", "dateCreated", "dateModified"])
        {
            if (Text(element, name) is { } date)
            {
                _dates.TryAdd(prefix + name, date);
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
        type.EndsWith("Article", StringComparison.OrdinalIgnoreCase) || type.EndsWith("Posting", StringComparison.OrdinalIgnoreCase) || type is "Report" or "Recipe" or "QAPage" or "Question";

    private static bool IsPage(string type) => type.EndsWith("Page", StringComparison.OrdinalIgnoreCase) || type is "CreativeWork" or "VideoObject" or "PodcastEpisode";

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private static List<string> NamesOf(JsonElement value)
    {
        var names = new List<string>();
        foreach (var item in value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : (JsonElement[])[value])
        {
            var name = item.ValueKind == JsonValueKind.String ? item.GetString() : item.ValueKind == JsonValueKind.Object ? Text(item, "name") : null;
            if (name?.Trim() is { Length: > 0 and < MaxNameLength } trimmed && names.Count < MaxNames && !trimmed.Contains("://", StringComparison.Ordinal))
            {
                names.Add(trimmed);
            }
        }

        return names;
    }

    // The string after a name, in a document that is no JSON.
    private void Scan(string document, string name)
    {
        var at = document.IndexOf('"' + name + '"', StringComparison.Ordinal);
        if (at < 0)
        {
            return;
        }

        var rest = document.AsSpan(at + name.Length + 2).TrimStart();
        if (rest.IsEmpty || rest[0] != ':')
        {
            return;
        }

        rest = rest[1..].TrimStart();
        var end = rest.IsEmpty || rest[0] != '"' ? -1 : rest[1..].IndexOf('"');
        if (end is > 0 and < 64)
        {
            _dates.TryAdd(name, rest.Slice(1, end).ToString());
        }
    }
}
