using ArchiveScrub.Blocks;

namespace ArchiveScrub.Chrome.Model;

/// <summary>Features of the whole page, the same for each of its blocks.</summary>
internal static class PageFeatures
{
    private static readonly string[] CountedTags =
        ["article", "main", "p", "li", "table", "tr", "pre", "h1", "h2", "h3", "form", "button", "blockquote", "nav", "code", "a", "section", "dl", "time", "aside", "footer", "figure", "details", "label"];

    private static readonly string[] CountNames = [.. CountedTags.Select(static t => "page.tag." + t)];

    private static readonly (string Name, string[] Parts)[] UrlParts =
    [
        ("url.forum", ["forum", "thread", "topic", "/t/", "viewtopic", "showthread", "question", "/r/", "community", "discuss", "board", "/comments/"]),
        ("url.docs", ["docs.", "/docs", "doc/", "reference", "/api", "manual", "guide", "tutorial", "wiki", "readthedocs", "help", "learn", "support"]),
        ("url.product", ["/product/", "/products/", "/p/", "/dp/", "/item/", "/itm/", "/shop", "/store", "/buy"]),
        ("url.collection", ["/collection", "/categor", "/c/", "/b/", "/browse", "/cat/", "catalog", "/tag/", "/tags/", "/topics/", "/list", "search", "best-"]),
        ("url.article", ["/blog", "/news", "/article", "/story", "/20", "/post", ".html"]),
        ("url.service", ["service", "solution", "pricing", "about", "contact", "features", "platform", "industr", "consult"]),
    ];

    private static readonly (string Name, string[] Parts)[] JsonLdTypes =
    [
        ("ld.article", ["\"NewsArticle\"", "\"Article\"", "\"BlogPosting\"", "\"TechArticle\"", "\"Report\""]),
        ("ld.product", ["\"Product\""]),
        ("ld.list", ["\"ItemList\"", "\"CollectionPage\"", "\"SearchResultsPage\""]),
        ("ld.forum", ["\"DiscussionForumPosting\"", "\"QAPage\"", "\"Question\""]),
        ("ld.organization", ["\"Organization\"", "\"LocalBusiness\"", "\"Service\"", "\"ProfessionalService\""]),
        ("ld.faq", ["\"FAQPage\""]),
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
            var number = Array.IndexOf(CountedTags, element.Tag);
            if (number >= 0)
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
        row.Add("generator.docs", ContainsAny(generator, ["Docusaurus", "Sphinx", "MkDocs", "Hugo", "VitePress", "GitBook", "Jekyll", "rustdoc", "Javadoc", "Doxygen"]));
        foreach (var (name, parts) in JsonLdTypes)
        {
            row.Add(name, head.JsonLd.Any(json => ContainsAny(json.AsSpan(0, Math.Min(json.Length, 20_000)), parts)));
        }
    }

    private static void WriteUri(Uri? uri, ref FeatureRow row)
    {
        var address = uri?.AbsoluteUri ?? "";
        var path = uri?.AbsolutePath ?? "";
        row.Add("url.known", uri is not null);
        foreach (var (name, parts) in UrlParts)
        {
            row.Add(name, ContainsAny(address, parts));
        }

        row.Add("url.depth", path.AsSpan().Count('/'));
        row.Add("url.length", path.Length);
        row.Add("url.dashes", path.AsSpan().Count('-'));
        row.Add("url.root", path is "/");
        row.Add("url.query", uri is { Query.Length: > 1 });
        row.Add("url.digits", path.Count(char.IsAsciiDigit));
        row.Add("url.dots", uri?.Host.AsSpan().Count('.') ?? -1);
    }

    private static bool ContainsAny(ReadOnlySpan<char> text, string[] parts)
    {
        foreach (var part in parts)
        {
            if (text.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
