namespace ArchiveScrub.Blocks.Html;

/// <summary>Which open elements an end tag does not reach across (HTML Standard, sections 13.2.4.2 and 13.2.6.4.7, simplified).</summary>
internal static class EndTagRules
{
    /// <summary>The traits of elements that stop an end tag.</summary>
    public static TagTraits BarrierOf(HtmlTag? tag)
    {
        if (tag is null || !tag.Traits.HasFlag(TagTraits.Special) || tag.Name == "form")
        {
            return TagTraits.Special; // a span, a custom element, a font: no box may be torn
        }

        return tag.Traits.HasFlag(TagTraits.TablePart) ? TagTraits.Table : TagTraits.ScopeEnd;
    }

    /// <summary>Whether an open element stops an end tag.</summary>
    public static bool Bars(HtmlTag? open, TagTraits barrier, HtmlTag? end)
    {
        if (open is null)
        {
            return false;
        }

        return open.Traits.HasFlag(barrier)
            || (end is { Name: "li" } && (open.Name is "ul" or "ol"))
            || (end is { Name: "p" } && open.Name == "button");
    }
}
