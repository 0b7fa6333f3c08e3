using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ArchiveScrub.Blocks.Html;
using ArchiveScrub.Captures;
using ArchiveScrub.Quality.Corpora;

namespace ArchiveScrub.Quality.Noise;

/// <summary>Spoils raw pages. The result is UTF-8 with a byte order mark, whatever the page was and says that it is.</summary>
internal static partial class HtmlNoise
{
    private const double CutAt = 0.6;

    /// <summary>Every class and id becomes a random name; equal names of a page stay equal, as a minifier leaves them.</summary>
    public static CorpusPage RandomNames(CorpusPage page, int seed)
    {
        string Name(string name) => "n" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed} {page.Id} {name}"))).AsSpan(0, 4));
        return Rewrite(page, (html, token) => token.Kind == HtmlTokenKind.StartTag
            ? Names().Replace(html.Substring(token.Range.Start, token.Range.Length), match => match.Groups["name"].Value + "\"" + string.Join(' ', match.Groups["value"].Value.Trim('"', '\'').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Name)) + "\"")
            : null);
    }

    /// <summary>All text in lower case, titles too; character references and attributes stay.</summary>
    public static CorpusPage LowerCase(CorpusPage page) => Rewrite(page, (html, token) =>
        token.Kind == HtmlTokenKind.Text || (token.Kind == HtmlTokenKind.RawText && token.Tag!.Name is "title" or "textarea")
            ? Words().Replace(html.Substring(token.Range.Start, token.Range.Length), static match => match.ValueSpan[0] == '&' ? match.Value : match.Value.ToLowerInvariant())
            : null);

    /// <summary>
    /// Every tag but <c>div</c>, <c>p</c> and <c>a</c> becomes a <c>div</c>. What is no box of text stays: the frame of the
    /// document, its metadata, raw text, void and replaced elements.
    /// </summary>
    public static CorpusPage PlainTags(CorpusPage page) => Rewrite(page, (html, token) =>
    {
        if (token.Kind is not (HtmlTokenKind.StartTag or HtmlTokenKind.EndTag) || token.Tag is { Name: "html" or "head" or "body" or "div" or "p" or "a" or "br" }
            || (token.Tag is { } tag && (tag.Traits & (TagTraits.Skipped | TagTraits.Void | TagTraits.RawText | TagTraits.Metadata)) != TagTraits.None))
        {
            return null;
        }

        return string.Concat(html.AsSpan(token.Range.Start, token.Name.Start - token.Range.Start), "div", html.AsSpan(token.Name.End, token.Range.End - token.Name.End));
    });

    /// <summary>The first 60 % of the characters.</summary>
    public static CorpusPage Cut(CorpusPage page)
    {
        var html = Decode(page);
        return Of(page, html[..(int)(html.Length * CutAt)]);
    }

    private static CorpusPage Rewrite(CorpusPage page, Func<string, HtmlToken, string?> replace)
    {
        var html = Decode(page);
        var rewritten = new StringBuilder(html.Length);
        var tokenizer = new HtmlTokenizer(html);
        var done = 0;
        while (tokenizer.Next(out var token))
        {
            if (replace(html, token) is { } other)
            {
                rewritten.Append(html, done, token.Range.Start - done).Append(other);
                done = token.Range.End;
            }
        }

        return Of(page, rewritten.Append(html, done, html.Length - done).ToString());
    }

    private static string Decode(CorpusPage page) => TextDecoder.Decode(page.ToPage()).Text;

    private static CorpusPage Of(CorpusPage page, string html) => new()
    {
        Id = page.Id,
        Format = page.Format,
        Payload = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(html)],
        Gold = page.Gold,
    };

    [GeneratedRegex("""(?<name>[\s"'/](class|id)\s*=\s*)(?<value>"[^"]*"|'[^']*'|[^\s>"']+)""", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Names();

    [GeneratedRegex("""&#?\w+;?|[^&]+|&""", RegexOptions.NonBacktracking)]
    private static partial Regex Words();
}
