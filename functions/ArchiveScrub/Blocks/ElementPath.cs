using System.Globalization;

namespace ArchiveScrub.Blocks;

/// <summary>
/// The place of an element in the page as an XPath (<c>/html/body/div[3]/section[2]/p[1]</c>), made when asked for.
/// It is the path in the source as it was parsed: a page without <c>html</c> or <c>body</c> tags has none in its
/// paths, though a browser's tree would.
/// </summary>
internal static class ElementPath
{
    /// <summary>The path of the innermost element around a block; <c>/</c> where it stands in none.</summary>
    public static string Of(Block block) => block.Parent is null ? "/" : Of(block.Parent);

    /// <summary>The path of an element.</summary>
    public static string Of(Element element)
    {
        var steps = new string[element.Depth + 1];
        var at = element;
        for (var i = steps.Length - 1; at is not null && i >= 0; i--)
        {
            steps[i] = Step(at);
            at = at.Parent;
        }

        return "/" + string.Join('/', steps);
    }

    private static string Step(Element element)
    {
        // Pages have names that are none in XPath (o:p, a"b); those are matched as text.
        var name = IsPlain(element.Tag)
            ? element.Tag
            : $"*[name()={(element.Tag.Contains('\'') ? $"\"{element.Tag}\"" : $"'{element.Tag}'")}]";
        return element.Tag is "html" or "head" or "body" && element.Ordinal == 1
            ? name
            : string.Create(CultureInfo.InvariantCulture, $"{name}[{element.Ordinal}]");
    }

    private static bool IsPlain(string tag)
    {
        foreach (var c in tag)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_'))
            {
                return false;
            }
        }

        return true;
    }
}
