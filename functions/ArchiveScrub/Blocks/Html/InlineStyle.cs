namespace ArchiveScrub.Blocks.Html;

/// <summary>Reads the two declarations of a <c>style</c> attribute that hide an element.</summary>
internal static class InlineStyle
{
    /// <summary>Whether the last <c>display</c> is <c>none</c> or the last <c>visibility</c> is <c>hidden</c> or <c>collapse</c>.</summary>
    public static bool Hides(ReadOnlySpan<char> style)
    {
        var isDisplayed = true;
        var isVisible = true;
        foreach (var part in style.Split(';'))
        {
            var declaration = style[part];
            var colon = declaration.IndexOf(':');
            if (colon < 0)
            {
                continue;
            }

            var name = declaration[..colon].Trim();
            var value = declaration[(colon + 1)..];
            var important = value.IndexOf('!');
            value = (important < 0 ? value : value[..important]).Trim();
            if (name.Equals("display", StringComparison.OrdinalIgnoreCase))
            {
                isDisplayed = !value.Equals("none", StringComparison.OrdinalIgnoreCase);
            }
            else if (name.Equals("visibility", StringComparison.OrdinalIgnoreCase))
            {
                isVisible = !value.Equals("hidden", StringComparison.OrdinalIgnoreCase) && !value.Equals("collapse", StringComparison.OrdinalIgnoreCase);
            }
        }

        return !isDisplayed || !isVisible;
    }
}
