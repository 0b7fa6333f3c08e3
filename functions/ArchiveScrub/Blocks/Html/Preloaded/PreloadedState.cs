using System.Text.RegularExpressions;
using ArchiveScrub.Text;

namespace ArchiveScrub.Blocks.Html.Preloaded;

/// <summary>
/// The texts of the state that a page brings along for its scripts, by the elements that hold them. State is told by
/// its form alone: a <c>script</c> of a JSON type (JSON-LD too), a <c>script</c> that does nothing but assign JSON to a
/// name, a <c>data-*</c> attribute that holds JSON. Program code is none of these.
/// </summary>
internal sealed partial class PreloadedState
{
    /// <summary>Code units of one piece of state; larger ones are passed over.</summary>
    private const int MaxLength = 8 * 1024 * 1024;

    /// <summary>Attributes shorter than this hold settings.</summary>
    private const int MinAttributeLength = 200;

    /// <summary>A text without markup has at least so many words; shorter ones are messages and labels.</summary>
    private const int MinPlainWords = 20;

    /// <summary>Of a text without markup at least this share are letters, marks and white space; code and data have fewer.</summary>
    private const double MinLetterShare = 0.8;

    private readonly Dictionary<int, List<TracedText>> _byTag = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly string _source;

    private PreloadedState(string source) => _source = source;

    /// <summary>Words of all texts, markup aside.</summary>
    public int WordCount { get; private set; }

    /// <summary>Looks for state in a page.</summary>
    public static PreloadedState Of(string source, HtmlOutline outline)
    {
        var state = new PreloadedState(source);
        foreach (ref readonly var part in outline.Parts)
        {
            if (part.Kind == HtmlTokenKind.StartTag)
            {
                state.Look(part);
            }
        }

        return state;
    }

    /// <summary>The texts that an element holds, by the place of its start tag in the source; null where it holds none.</summary>
    public IReadOnlyList<TracedText>? In(int tag) => _byTag.GetValueOrDefault(tag);

    /// <summary>Whether a text is HTML: it has a tag.</summary>
    public static bool IsMarkup(string text) => Tag().IsMatch(text);

    private void Look(in HtmlOutline.Part element)
    {
        if (element.Tag?.Name == "script")
        {
            if (StateIn(element) is { } range)
            {
                Take(element.Range.Start, TracedText.Of(_source, range));
            }

            return;
        }

        var attributes = AttributeReader.Of(_source, element.Range.Start);
        while (attributes.Next())
        {
            if (attributes.Range.Length is >= MinAttributeLength and <= MaxLength && attributes.Name.StartsWith("data-", StringComparison.Ordinal))
            {
                var value = TracedText.Of(_source, attributes.Range).DecodeReferences();
                if (StateTexts.LooksLikeJson(value.Text))
                {
                    Take(element.Range.Start, value);
                }
            }
        }
    }

    /// <summary>Where the JSON of a script stands; null where the script is none.</summary>
    private TextRange? StateIn(in HtmlOutline.Part script)
    {
        var content = script.Content;
        if (content.Length is 0 or > MaxLength)
        {
            return null;
        }

        var type = (AttributeReader.Find(_source, script.Range.Start, "type") ?? "").AsSpan();
        var semicolon = type.IndexOf(';');
        type = (semicolon < 0 ? type : type[..semicolon]).Trim();
        if (type.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase))
        {
            return content;
        }

        var isProgram = type.IsEmpty || type.EndsWith("javascript", StringComparison.OrdinalIgnoreCase) || type.Equals("module", StringComparison.OrdinalIgnoreCase);
        if (!isProgram || Assignment().Match(_source, content.Start, Math.Min(content.Length, 300)) is not { Success: true } name)
        {
            return null;
        }

        var json = _source.AsSpan(name.Index + name.Length, content.End - name.Index - name.Length).TrimEnd();
        json = json.EndsWith(';') ? json[..^1] : json;
        return StateTexts.LooksLikeJson(json) ? new TextRange(name.Index + name.Length, name.Index + name.Length + json.Length) : null;
    }

    private void Take(int tag, TracedText json)
    {
        foreach (var text in StateTexts.In(json))
        {
            var isMarkup = IsMarkup(text.Text);
            var bare = isMarkup ? Tag().Replace(text.Text, " ") : text.Text;
            var words = Words.Count(bare);
            if (words == 0 || (!isMarkup && (words < MinPlainWords || !IsProse(bare))) || !_seen.Add(new BlockText().Of(bare)))
            {
                continue;
            }

            if (!_byTag.TryGetValue(tag, out var texts))
            {
                texts = [];
                _byTag.Add(tag, texts);
            }

            texts.Add(text);
            WordCount += words;
        }
    }

    private static bool IsProse(string text)
    {
        var letters = 0;
        foreach (var c in text)
        {
            letters += char.IsLetter(c) || char.IsWhiteSpace(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark ? 1 : 0;
        }

        return letters >= MinLetterShare * text.Length;
    }

    [GeneratedRegex("""</?[a-zA-Z][^<>]*>""", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex("""^\s*((window|self|globalThis)(\.[\w$]+|\[\s*["'][\w$.-]+["']\s*\])|(var|let|const)\s+[\w$]+)\s*=\s*""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Assignment();
}
