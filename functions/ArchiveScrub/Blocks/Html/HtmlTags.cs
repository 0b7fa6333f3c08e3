using System.Collections.Frozen;

namespace ArchiveScrub.Blocks.Html;

/// <summary>The element names that are more than a block-level box.</summary>
internal static class HtmlTags
{
    private static readonly FrozenDictionary<string, HtmlTag> ByName = Build();
    private static readonly FrozenDictionary<string, HtmlTag>.AlternateLookup<ReadOnlySpan<char>> BySpan = ByName.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many names are known; their ids run from 0.</summary>
    public static int Count => ByName.Count;

    /// <summary>The known element of this name in any case; null where it is none.</summary>
    public static HtmlTag? Find(ReadOnlySpan<char> name) => BySpan.TryGetValue(name, out var tag) ? tag : null;

    /// <summary>
    /// Whether text in an element runs on in the block around it. Unknown names are boxes, but those with a colon are
    /// the smart tags of word processors and widgets of social networks, which stand inside sentences.
    /// </summary>
    public static bool IsInline(HtmlTag? tag, ReadOnlySpan<char> name) =>
        tag is null ? name.Contains(':') : tag.Traits.HasFlag(TagTraits.Inline);

    /// <summary>How the standard's parser classes an element (sections 13.2.4.2 and 13.2.4.3).</summary>
    private static TagTraits TreeTraits(string name, TagTraits traits)
    {
        var isSpecial = !traits.HasFlag(TagTraits.Inline)
            ? name is not ("dialog" or "legend" or "option" or "optgroup")
            : name is "button" or "select" or "object" or "applet" or "template" or "noscript" or "iframe";
        var tree = isSpecial ? TagTraits.Special : TagTraits.None;
        switch (name)
        {
            case "a" or "b" or "big" or "code" or "em" or "font" or "i" or "nobr" or "s" or "small" or "strike" or "strong" or "tt" or "u":
                return tree | TagTraits.Formatting;
            case "table":
                return tree | TagTraits.ScopeEnd | TagTraits.TablePart | TagTraits.Table;
            case "td" or "th" or "caption":
                return tree | TagTraits.ScopeEnd | TagTraits.TablePart;
            case "tr" or "tbody" or "thead" or "tfoot" or "colgroup":
                return tree | TagTraits.TablePart;
            case "template":
                return tree | TagTraits.ScopeEnd | TagTraits.Table;
            case "object" or "applet":
                return tree | TagTraits.ScopeEnd;
            default:
                return tree;
        }
    }

    /// <summary>Whether an element ends a drawing that was never closed: no <c>svg</c> has one (section 13.2.6.5, in short).</summary>
    public static bool EndsDrawing(HtmlTag? tag) =>
        tag is not null && tag.Role != TagRole.Link
        && (tag.Traits.HasFlag(TagTraits.Formatting) || tag.Name == "span"
            || (tag.Traits.HasFlag(TagTraits.Special) && !tag.Traits.HasFlag(TagTraits.Inline)));

    private static FrozenDictionary<string, HtmlTag> Build()
    {
        var tags = new List<HtmlTag>();
        void Add(string names, TagTraits traits, TagRole role = TagRole.None, int level = 0)
        {
            foreach (var name in names.Split(' '))
            {
                tags.Add(new HtmlTag(tags.Count, name, traits | TreeTraits(name, traits), role, level));
            }
        }

        // Phrasing content of the HTML Standard (section 3.2.5.2.5) and of older versions, and presentational MathML.
        Add("abbr acronym bdi bdo big blink cite code data del dfn em font i ins kbd map mark nobr output picture q rb rbc rtc ruby s samp slot small span strike sub sup tt u var", TagTraits.Inline);
        Add("math semantics mi mn mo ms mtext mrow msup msub msubsup mfrac msqrt mroot mstyle mover munder munderover mfenced menclose mpadded mphantom mtable mtr mtd mmultiscripts mprescripts merror", TagTraits.Inline);
        Add("a", TagTraits.Inline, TagRole.Link);
        Add("b strong", TagTraits.Inline, TagRole.Bold);
        Add("time", TagTraits.Inline, TagRole.Time);
        Add("rt", TagTraits.Inline, TagRole.RubyText);
        Add("br", TagTraits.Inline | TagTraits.Void, TagRole.LineBreak);
        Add("wbr", TagTraits.Inline | TagTraits.Void | TagTraits.Skipped);
        Add("button label", TagTraits.Inline | TagTraits.Control);
        Add("noscript template", TagTraits.Inline);

        // Never visible text.
        Add("rp", TagTraits.Inline | TagTraits.Skipped);
        Add("annotation annotation-xml", TagTraits.Inline | TagTraits.Skipped);
        Add("script style", TagTraits.Inline | TagTraits.Skipped | TagTraits.RawText | TagTraits.Metadata);
        Add("title", TagTraits.Inline | TagTraits.Skipped | TagTraits.RawText | TagTraits.Metadata);
        Add("base link meta", TagTraits.Inline | TagTraits.Skipped | TagTraits.Void | TagTraits.Metadata);
        Add("area basefont bgsound param source spacer track", TagTraits.Inline | TagTraits.Skipped | TagTraits.Void);
        Add("img embed input keygen", TagTraits.Inline | TagTraits.Skipped | TagTraits.Replaced | TagTraits.Void);
        Add("textarea iframe noembed", TagTraits.Inline | TagTraits.Skipped | TagTraits.Replaced | TagTraits.RawText);
        Add("svg object applet audio video canvas select progress meter", TagTraits.Inline | TagTraits.Skipped | TagTraits.Replaced);
        Add("datalist", TagTraits.Inline | TagTraits.Skipped);
        Add("frame isindex", TagTraits.Skipped | TagTraits.Void);

        // Boxes that say what is in them.
        Add("hr col", TagTraits.Void);
        Add("h1", TagTraits.None, TagRole.Heading, 1);
        Add("h2", TagTraits.None, TagRole.Heading, 2);
        Add("h3", TagTraits.None, TagRole.Heading, 3);
        Add("h4", TagTraits.None, TagRole.Heading, 4);
        Add("h5", TagTraits.None, TagRole.Heading, 5);
        Add("h6", TagTraits.None, TagRole.Heading, 6);
        Add("summary legend", TagTraits.None, TagRole.Heading);
        Add("p", TagTraits.None, TagRole.Paragraph);
        Add("ul ol menu dir dl", TagTraits.None, TagRole.List);
        Add("li dt dd", TagTraits.None, TagRole.Item);
        Add("tr", TagTraits.None, TagRole.Row);
        Add("td th", TagTraits.None, TagRole.Cell);
        Add("blockquote", TagTraits.None, TagRole.Quote);
        Add("figure figcaption caption", TagTraits.None, TagRole.Caption);
        Add("pre listing", TagTraits.None, TagRole.Preformatted);
        Add("xmp plaintext", TagTraits.RawText, TagRole.Preformatted);
        Add("body main article section aside nav header footer table form fieldset details dialog", TagTraits.None, TagRole.Context);
        Add("html head div center address hgroup thead tbody tfoot colgroup noframes option optgroup", TagTraits.None);

        return tags.ToFrozenDictionary(tag => tag.Name, StringComparer.OrdinalIgnoreCase);
    }
}
