namespace ArchiveScrub.Blocks.Html;

/// <summary>
/// One pass over the source before the parser sees it. It says whether the parser can bear the page, and where the
/// parser would read markup that the HTML Standard does not: a copy of the source with those characters replaced,
/// one for one, makes it build the right tree, while text is still taken from the source.
/// </summary>
internal sealed class HtmlPrescan
{
    private readonly string _source;
    private readonly HtmlLimits _limits;
    private readonly ParserStack _stack;
    private readonly List<int> _endOfBody = [];
    private char[]? _repaired;
    private int _tags;

    private HtmlPrescan(string source, HtmlLimits limits)
    {
        _source = source;
        _limits = limits;
        _stack = new ParserStack(limits.Depth);
    }

    /// <summary>Whether the page is over a limit and must not reach the parser.</summary>
    public bool IsOverLimit { get; private set; }

    /// <summary>Whether the source ended inside an element such as <c>script</c>, or inside a comment.</summary>
    public bool HasUnclosedRawText { get; private set; }

    /// <summary>What to give to the parser: the source itself, or a copy of the same length.</summary>
    public string ParserInput => _repaired is null ? _source : new string(_repaired);

    /// <summary>Scans a page.</summary>
    public static HtmlPrescan Of(string source, HtmlLimits limits)
    {
        var scan = new HtmlPrescan(source, limits);
        scan.Run();
        return scan;
    }

    private void Run()
    {
        var tokenizer = new HtmlTokenizer(_source);
        while (tokenizer.Next(out var token))
        {
            switch (token.Kind)
            {
                case HtmlTokenKind.StartTag:
                    OnTag(token);
                    OnStartTag(token);
                    break;
                case HtmlTokenKind.EndTag:
                    OnTag(token);
                    OnEndTag(token);
                    break;
                case HtmlTokenKind.RawText:
                    HasUnclosedRawText |= token.Unclosed && token.Tag!.Name != "plaintext";
                    RepairRawText(token);
                    break;
                case HtmlTokenKind.Comment:
                    HasUnclosedRawText |= token.Unclosed;
                    RepairComment(token.Range);
                    break;
                default:
                    RepairText(token.Range);
                    break;
            }

            if (_stack.IsTooDeep || _tags > _limits.Tags)
            {
                IsOverLimit = true;
            }

            if (IsOverLimit)
            {
                return;
            }
        }
    }

    private ReadOnlySpan<char> NameOf(in HtmlToken token) => _source.AsSpan(token.Name.Start, token.Name.Length);

    private void OnTag(in HtmlToken token)
    {
        _tags++;
        IsOverLimit |= token.Range.Length > _limits.TagLength || token.Attributes > _limits.Attributes;

        // The parser takes "<b" or "<%" inside a tag for the start of another.
        Repair(token.Range with { Start = token.Range.Start + 1 }, '_');
    }

    /// <summary>End tags of the body are hidden only where something follows them, so that most pages need no copy.</summary>
    private void HideEndOfBody()
    {
        foreach (var at in _endOfBody)
        {
            Put(at, '?');
        }

        _endOfBody.Clear();
    }

    private void OnStartTag(in HtmlToken token)
    {
        HideEndOfBody();
        var selfClosing = token.SelfClosing;
        switch (token.Tag?.Name)
        {
            case "track":
                "param".CopyTo(Writable().AsSpan(token.Name.Start)); // unknown to the parser, which would wait for its end
                break;
            case "select" when selfClosing:
                Put(token.Range.End - 2, ' '); // "<select/>" is open to a browser; its options are no text
                selfClosing = false;
                break;
            default:
                break;
        }

        _stack.Open(token.Tag, NameOf(token), token.Range.Start, selfClosing);
    }

    private void OnEndTag(in HtmlToken token)
    {
        switch (_stack.Close(token.Tag, NameOf(token), out var other))
        {
            case EndTagRepair.Ignore when token.Tag is { Name: "html" or "body" }:
                _endOfBody.Add(token.Range.Start + 1);
                break;
            case EndTagRepair.Ignore:
                Put(token.Range.Start + 1, '?'); // now it is a comment, which the walker can still see
                break;
            case EndTagRepair.IgnoreBoth:
                Put(token.Range.Start + 1, '?');
                Put(other.Start + 1, '?');
                break;
            case EndTagRepair.Rename:
                Put(token.Name.Start + 1, other.Tag!.Name[1]);
                break;
            default:
                break;
        }
    }

    /// <summary>The parser takes a less-than sign before any letter for a tag, even a Cyrillic one, and "<c>&lt;%</c>" for server code.</summary>
    private void RepairText(TextRange range)
    {
        if (_endOfBody.Count > 0 && !BlockAssembler.IsBlank(_source.AsSpan(range.Start, range.Length)))
        {
            HideEndOfBody();
        }

        Repair(range, ' ');
    }

    private void RepairComment(TextRange range)
    {
        // "</3 hearts>" is a comment; the parser reads an end tag, and other tags inside it.
        if (_source[range.Start + 1] == '/')
        {
            Put(range.Start + 1, '?');
            if (range.Start + 2 < range.End && _source[range.Start + 2] == '-')
            {
                Put(range.Start + 2, '_');
            }
        }
    }

    private void RepairRawText(in HtmlToken token)
    {
        var name = token.Tag!.Name;
        if (name is "script" or "style" or "title" or "textarea")
        {
            // These are raw text to the parser as well, but it knows neither a script inside a comment inside a
            // script nor an end tag with a slash.
            var content = _source.AsSpan(token.Range.Start, token.Range.Length);
            for (var at = 0; ; at++)
            {
                var next = content[at..].IndexOf("</", StringComparison.Ordinal);
                if (next < 0)
                {
                    break;
                }

                at += next;
                if (content[(at + 2)..].StartsWith(name, StringComparison.OrdinalIgnoreCase))
                {
                    Put(token.Range.Start + at, '_');
                }
            }

            var slash = token.Range.End + 2 + name.Length;
            if (slash < _source.Length && _source[slash] == '/')
            {
                Put(slash, ' ');
            }
        }
        else
        {
            Repair(token.Range, '_', all: true);
        }
    }

    private void Repair(TextRange range, char replacement, bool all = false)
    {
        for (var at = range.Start; ; at++)
        {
            var next = _source.AsSpan(at, range.End - at).IndexOf('<');
            if (next < 0)
            {
                return;
            }

            at += next;
            var following = at + 1 < _source.Length ? _source[at + 1] : ' ';
            if (all || char.IsLetter(following) || following is '/' or '?' or '!' or '%')
            {
                Put(at, replacement);
            }
        }
    }

    private void Put(int at, char replacement) => Writable()[at] = replacement;

    private char[] Writable() => _repaired ??= _source.ToCharArray();
}
