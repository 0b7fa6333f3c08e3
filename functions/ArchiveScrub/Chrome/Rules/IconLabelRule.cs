using ArchiveScrub.Chrome.Lexicons;

namespace ArchiveScrub.Chrome.Rules;

/// <summary>
/// Names of icons that an icon font would have drawn: the word <c>icon</c> over and over, ligature names such as
/// <c>keyboard_arrow_down</c>, or glyphs of the private use area.
/// </summary>
internal sealed class IconLabelRule(Lexicon lexicon) : ChromeRule
{
    private const int MinRepeats = 3;

    private readonly GroupSet _words = lexicon.Groups("icon.word");

    public override RuleDescription Description { get; } = new(
        "icon.names",
        [Kind.IconLabel],
        [],
        "Names of an icon font's icons: 'icon' repeated with little else, ligature names in snake case that are made of an icon's words, private-use glyphs.");

    public override void Apply(ChromePage page)
    {
        for (var i = 0; i < page.Count; i++)
        {
            var text = page.Blocks[i].Text;
            if (!page.IsOpen(i) || page.Blocks[i].Form == Blocks.BlockForm.Code || page.Facts[i].EndsSentence)
            {
                continue;
            }

            if (RepeatsIcon(text, page.Facts[i].Words))
            {
                page.Decide(i, Kind.IconLabel, Id, 0.95, "repeats:icon");
            }
            else if (IsLigature(text) && lexicon.Cover(text, _words) is { IsWhole: true })
            {
                page.Decide(i, Kind.IconLabel, Id, 0.85, "shape:snake-case");
            }
            else if (IsPrivateUse(text))
            {
                page.Decide(i, Kind.IconLabel, Id, 0.95, "shape:private-use");
            }
        }
    }

    private static bool RepeatsIcon(string text, int words)
    {
        var repeats = 0;
        for (var at = text.IndexOf("icon", StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf("icon", at + 4, StringComparison.OrdinalIgnoreCase))
        {
            repeats++;
        }

        return repeats >= MinRepeats && words <= repeats * 4;
    }

    private static bool IsLigature(string text)
    {
        var joints = 0;
        foreach (var c in text)
        {
            if (c == '_')
            {
                joints++;
            }
            else if (!char.IsAsciiLetterLower(c) && c != ' ')
            {
                return false;
            }
        }

        return joints > 0 && text.Length <= 60 && text[0] != '_' && text[^1] != '_' && text.AsSpan().Count(' ') <= joints;
    }

    private static bool IsPrivateUse(string text)
    {
        var any = false;
        foreach (var c in text)
        {
            if (c is >= '\uE000' and <= '\uF8FF')
            {
                any = true;
            }
            else if (c != ' ')
            {
                return false;
            }
        }

        return any;
    }
}
