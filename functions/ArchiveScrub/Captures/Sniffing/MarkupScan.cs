using System.Collections.Frozen;
using System.Runtime.InteropServices;
using System.Text;

namespace ArchiveScrub.Captures.Sniffing;

/// <summary>What the first stretch of a payload holds of HTML markup. One pass; tags are counted, not parsed.</summary>
/// <param name="DocumentAt">Where <c>&lt;!doctype html</c>, <c>&lt;html</c>, <c>&lt;head</c> or <c>&lt;body</c> first stands, or -1.</param>
/// <param name="IsDoctype">Whether it is the doctype that stands there.</param>
/// <param name="TextBefore">Bytes of text, not white space, before that, or before the first tag where there is no such place.</param>
/// <param name="Tags">Tags of HTML elements, start and end.</param>
/// <param name="TextBytes">Bytes outside tags and comments, runs of white space counted as one.</param>
/// <param name="EndsWithTag">Whether the last thing that is not white space is a tag or a comment.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MarkupScan(int DocumentAt, bool IsDoctype, int TextBefore, int Tags, int TextBytes, bool EndsWithTag)
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Elements = FrozenSet.ToFrozenSet(
        ("a abbr acronym address applet area article aside audio b base basefont bdi bdo big blockquote body br button canvas caption center cite code "
        + "col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset "
        + "h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark marquee menu meta meter "
        + "nav nobr noframes noscript object ol optgroup option output p param picture pre progress q rp rt ruby s samp script search section "
        + "select slot small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr "
        + "track tt u ul var video wbr").Split(' ')).GetAlternateLookup<ReadOnlySpan<char>>();

    public static MarkupScan Of(ReadOnlySpan<byte> bytes)
    {
        var documentAt = -1;
        var isDoctype = false;
        var textBefore = -1;
        var tags = 0;
        var text = 0;
        var endsWithTag = false;
        for (var at = 0; at < bytes.Length;)
        {
            var open = bytes[at..].IndexOf((byte)'<');
            var between = CountText(open < 0 ? bytes[at..] : bytes.Slice(at, open));
            text += between;
            endsWithTag &= between == 0;
            if (open < 0)
            {
                break;
            }

            at += open;
            var length = ReadMarkup(bytes[at..], out var name);
            if (length == 0)
            {
                text++;
                at++;
                endsWithTag = false;
                continue;
            }

            if (documentAt < 0 && name is "!doctype" or "html" or "head" or "body")
            {
                documentAt = at;
                isDoctype = name is "!doctype";
                textBefore = text;
            }

            if (name is not ("" or "!doctype"))
            {
                tags++;
                textBefore = textBefore < 0 ? text : textBefore;
            }

            endsWithTag = true;
            at += length;
            if (name is "script" or "style")
            {
                var end = bytes[at..].IndexOf(name is "script" ? "</script"u8 : "</style"u8);
                at = end < 0 ? bytes.Length : at + end;
            }
        }

        return new MarkupScan(documentAt, isDoctype, Math.Max(textBefore, 0), tags, text, endsWithTag);
    }

    /// <summary>
    /// The length of the markup that starts with the first byte, a <c>&lt;</c>; 0 where it is text. The name is empty
    /// for comments, processing instructions and doctypes of other languages, and for end tags it is that of the element.
    /// </summary>
    private static int ReadMarkup(ReadOnlySpan<byte> bytes, out string name)
    {
        name = "";
        if (bytes.StartsWith("<!--"u8))
        {
            var end = bytes[4..].IndexOf("-->"u8);
            return end < 0 ? bytes.Length : end + 7;
        }

        var close = bytes.IndexOf((byte)'>');
        var length = close < 0 ? bytes.Length : close + 1;
        if (bytes is [_, (byte)'?', ..])
        {
            return length;
        }

        if (bytes is [_, (byte)'!', ..])
        {
            name = IsHtmlDoctype(bytes[2..]) ? "!doctype" : "";
            return length;
        }

        var start = bytes is [_, (byte)'/', ..] ? 2 : 1;
        Span<char> lower = stackalloc char[16];
        var size = 0;
        while (size < lower.Length && start + size < bytes.Length && char.IsAsciiLetterOrDigit((char)bytes[start + size]))
        {
            lower[size] = char.ToLowerInvariant((char)bytes[start + size]);
            size++;
        }

        var after = start + size;
        if (close < 0 || after >= bytes.Length || bytes[after] is not ((byte)'>' or (byte)'/' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'\f')
            || !Elements.TryGetValue(lower[..size], out var element))
        {
            return 0;
        }

        name = start == 1 ? element : "/" + element;
        return length;
    }

    private static bool IsHtmlDoctype(ReadOnlySpan<byte> declaration)
    {
        Span<char> start = stackalloc char[Math.Min(declaration.Length, 16)];
        Encoding.Latin1.GetChars(declaration[..start.Length], start);
        ReadOnlySpan<char> text = start;
        return text.StartsWith("doctype", StringComparison.OrdinalIgnoreCase)
            && text[7..].TrimStart().StartsWith("html", StringComparison.OrdinalIgnoreCase);
    }

    private static int CountText(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        var blanks = 0;
        foreach (var b in bytes)
        {
            if (b > ' ')
            {
                count += blanks > 0 && count > 0 ? 2 : 1;
                blanks = 0;
            }
            else
            {
                blanks++;
            }
        }

        return count;
    }
}
