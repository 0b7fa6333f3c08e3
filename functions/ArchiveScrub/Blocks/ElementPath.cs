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
        var length = 0;
        for (var at = element; at is not null; at = at.Parent)
        {
            length += Name(at).Length + OrdinalLength(at) + 1;
        }

        return string.Create(length, element, static (path, element) =>
        {
            for (var at = element; at is not null; at = at.Parent)
            {
                path = WriteAtEnd(path, at);
            }
        });
    }

    /// <summary>Writes a step at the end of the room there is; returns the rest of the room.</summary>
    private static Span<char> WriteAtEnd(Span<char> path, Element element)
    {
        var ordinal = OrdinalLength(element);
        if (ordinal > 0)
        {
            path[^ordinal] = '[';
            element.Ordinal.TryFormat(path[^(ordinal - 1)..], out _, default, CultureInfo.InvariantCulture);
            path[^1] = ']';
        }

        var name = Name(element);
        path = path[..^ordinal];
        name.CopyTo(path[^name.Length..]);
        path = path[..^name.Length];
        path[^1] = '/';
        return path[..^1];
    }

    /// <summary>Pages have names that are none in XPath (o:p, a"b); those are matched as text.</summary>
    private static string Name(Element element) => IsPlain(element.Tag)
        ? element.Tag
        : $"*[name()={(element.Tag.Contains('\'') ? $"\"{element.Tag}\"" : $"'{element.Tag}'")}]";

    private static int OrdinalLength(Element element)
    {
        if (element.Tag is "html" or "head" or "body" && element.Ordinal == 1)
        {
            return 0;
        }

        var length = 2;
        for (var rest = element.Ordinal; rest > 0; rest /= 10)
        {
            length++;
        }

        return length;
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
