using System.Buffers;
using System.Collections.Frozen;
using ArchiveScrub.Blocks;

namespace ArchiveScrub.Chrome.Model;

/// <summary>Features of the whole page, the same for each of its blocks.</summary>
internal static class PageFeatures
{
    private const int MaxJsonLd = 20_000;

    private static readonly SearchValues<string> DocsGenerators =
        AnyOf("Docusaurus", "Sphinx", "MkDocs", "Hugo", "VitePress", "GitBook", "Jekyll", "rustdoc", "Javadoc", "Doxygen");

    private static readonly string[] CountedTags =
        ["article", "main", "p", "li", "table", "tr", "pre", "h1", "h2", "h3", "form", "button", "blockquote", "nav", "code", "a", "section", "dl", "time", "aside", "footer", "figure", "details", "label"];

    private static readonly FrozenDictionary<string, int> CountedNumbers =
        CountedTags.Select(static (t, i) => KeyValuePair.Create(t, i)).ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] CountNames = [.. CountedTags.Select(static t => "page.tag." + t)];

    private static readonly (string Name, SearchValues<string> Parts)[] UrlParts =
    [
        ("url.forum", AnyOf("forum", "thread", "topic", "/t/", "viewtopic", "showthread", "question", "/r/", "community", "discuss", "board", "/comments/")),
        ("url.docs", AnyOf("docs.", "/docs", "doc/", "reference", "/api", "manual", "guide", "tutorial", "wiki", "readthedocs", "help", "learn", "support")),
        ("url.product", AnyOf("/product/", "/products/", "/p/", "/dp/", "/item/", "/itm/", "/shop", "/store", "/buy")),
        ("url.collection", AnyOf("/collection", "/categor", "/c/", "/b/", "/browse", "/cat/", "catalog", "/tag/", "/tags/", "/topics/", "/list", "search", "best-")),
        ("url.article", AnyOf("/blog", "/news", "/article", "/story", "/20", "/post", ".html")),
        ("url.service", AnyOf("service", "solution", "pricing", "about", "contact", "features", "platform", "industr", "consult")),
    ];

    private static readonly (string Name, SearchValues<string> Parts)[] JsonLdTypes =
    [
        ("ld.article", AnyOf("\"NewsArticle\"", "\"Article\"", "\"BlogPosting\"", "\"TechArticle\"", "\"Report\"")),
        ("ld.product", AnyOf("\"Product\"")),
        ("ld.list", AnyOf("\"ItemList\"", "\"CollectionPage\"", "\"SearchResultsPage\"")),
        ("ld.forum", AnyOf("\"DiscussionForumPosting\"", "\"QAPage\"", "\"Question\"")),
        ("ld.organization", AnyOf("\"Organization\"", "\"LocalBusiness\"", "\"Service\"", "\"ProfessionalService\"")),
        ("ld.faq", AnyOf("\"FAQPage\"")),
    ];

    public static void Write(PageContext context, Uri? uri, ref FeatureRow row)
    {
        var page = context.Page;
        var count = page.Count;
        double blocks = Math.Max(1, count);
        row.Add("page.blocks", count);
        row.Add("page.words", context.TotalWords);
        row.Add("page.links", context.LinkWords[count] / context.TotalWords);
        row.Add("page.long", context.Long[count] / blocks);
        row.Add("page.long-count", context.Long[count]);
        row.Add("page.prose", context.Prose[count] / blocks);
        row.Add("page.ends", context.Sentences[count] / blocks);
        row.Add("page.removed", context.Removed[count] / blocks);
        row.Add("page.hidden", context.Hidden[count] / blocks);
        row.Add("page.body-share", page.Body.Main.Words / (double)context.TotalWords);
        row.Add("page.body-blocks", page.Body.Main.Blocks);
        row.Add("page.stretches", page.Body.Stretches.Count);
        int longest = 0, longWords = 0, currency = 0, code = 0, rows = 0;
        for (var i = 0; i < count; i++)
        {
            longest = Math.Max(longest, page.Facts[i].Words);
            longWords += page.Facts[i].Words >= PageContext.LongWords ? page.Facts[i].Words : 0;
            currency += context.Shapes[i].Currency > 0 ? 1 : 0;
            code += page.Blocks[i].Form == BlockForm.Code ? 1 : 0;
            rows += page.Blocks[i].Form == BlockForm.TableRow ? 1 : 0;
        }

        row.Add("page.longest", longest);
        row.Add("page.long-words", longWords / (double)context.TotalWords);
        row.Add("page.currency", currency / blocks);
        row.Add("page.code", code / blocks);
        row.Add("page.rows", rows / blocks);
        if (page.Page.Format != PageFormat.Html)
        {
            return;
        }

        WriteTags(page.Page, ref row);
        WriteHead(page.Page.Head, ref row);
        WriteUri(uri, ref row);
    }

    /// <summary>The address of the page: what the capture says, or else what the page says of itself.</summary>
    public static Uri? AddressOf(SegmentedPage page, string? targetUri)
    {
        var address = targetUri ?? page.Head.CanonicalUri ?? page.Head.FirstMeta("og:url");
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null;
    }

    private static void WriteTags(SegmentedPage page, ref FeatureRow row)
    {
        Span<int> counts = stackalloc int[CountedTags.Length];
        counts.Clear();
        foreach (var element in page.Elements)
        {
            if (CountedNumbers.TryGetValue(element.Tag, out var number))
            {
                counts[number]++;
            }
        }

        for (var t = 0; t < counts.Length; t++)
        {
            row.Add(CountNames[t], counts[t]);
        }
    }

    private static void WriteHead(PageHead head, ref FeatureRow row)
    {
        var type = head.FirstMeta("og:type") ?? "";
        row.Add("og.article", type.Contains("article", StringComparison.OrdinalIgnoreCase));
        row.Add("og.website", type.Contains("website", StringComparison.OrdinalIgnoreCase));
        row.Add("og.product", type.Contains("product", StringComparison.OrdinalIgnoreCase));
        var generator = head.FirstMeta("generator") ?? "";
        row.Add("generator.wordpress", generator.StartsWith("WordPress", StringComparison.OrdinalIgnoreCase));
        row.Add("generator.forum", generator.StartsWith("Discourse", StringComparison.OrdinalIgnoreCase) || generator.Contains("vBulletin", StringComparison.OrdinalIgnoreCase) || generator.Contains("phpBB", StringComparison.OrdinalIgnoreCase));
        row.Add("generator.docs", generator.AsSpan().ContainsAny(DocsGenerators));
        foreach (var (name, parts) in JsonLdTypes)
        {
            row.Add(name, ContainsAny(head.JsonLd, parts));
        }
    }

    private static void WriteUri(Uri? uri, ref FeatureRow row)
    {
        var address = uri?.AbsoluteUri ?? "";
        var path = uri?.AbsolutePath ?? "";
        row.Add("url.known", uri is not null);
        foreach (var (name, parts) in UrlParts)
        {
            row.Add(name, address.AsSpan().ContainsAny(parts));
        }

        row.Add("url.depth", path.AsSpan().Count('/'));
        row.Add("url.length", path.Length);
        row.Add("url.dashes", path.AsSpan().Count('-'));
        row.Add("url.root", path is "/");
        row.Add("url.query", uri is { Query.Length: > 1 });
        row.Add("url.digits", path.Count(char.IsAsciiDigit));
        row.Add("url.dots", uri?.Host.AsSpan().Count('.') ?? -1);
    }

    private static bool ContainsAny(IReadOnlyList<string> texts, SearchValues<string> parts)
    {
        for (var i = 0; i < texts.Count; i++)
        {
            if (texts[i].AsSpan(0, Math.Min(texts[i].Length, MaxJsonLd)).ContainsAny(parts))
            {
                return true;
            }
        }

        return false;
    }

    private static SearchValues<string> AnyOf(params ReadOnlySpan<string> parts) => SearchValues.Create(parts, StringComparison.OrdinalIgnoreCase);
}
