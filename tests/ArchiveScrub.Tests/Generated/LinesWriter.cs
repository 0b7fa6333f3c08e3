using System.Text;

namespace ArchiveScrub.Tests.Generated;

/// <summary>Writes text captures: lines as a page shows them, with the line ends of some system.</summary>
internal sealed class LinesWriter(Dice dice)
{
    private readonly StringBuilder _text = new();

    public string Write()
    {
        var lineEnd = dice.Pick(["\n", "\n", "\r\n", "\r"]);
        if (dice.OneIn(2))
        {
            Menu();
            Line(Vocabulary.Words(dice, 7));
            Line(Vocabulary.Label(dice));
            for (var i = 2 + dice.Next(6); i > 0; i--)
            {
                Line(Vocabulary.Paragraph(dice));
                Line("");
            }
        }

        for (var i = dice.Next(14); i > 0; i--)
        {
            Part();
        }

        return _text.ToString().Replace("\n", lineEnd, StringComparison.Ordinal);
    }

    private void Part()
    {
        switch (dice.Next(9))
        {
            case 0 or 1:
                Line(Vocabulary.Paragraph(dice));
                break;
            case 2:
                Menu();
                break;
            case 3:
                var bullet = dice.Pick(["- ", "* ", "• ", "1. ", "  - ", "o "]);
                for (var i = 1 + dice.Next(5); i > 0; i--)
                {
                    Line(bullet + Vocabulary.Words(dice, 1 + dice.Next(12)));
                }

                break;
            case 4:
                Line(Vocabulary.Words(dice, 1) + "\t" + Vocabulary.Words(dice, 2) + "\t\t" + Vocabulary.Words(dice, 1));
                break;
            case 5:
                Wrapped(Vocabulary.Paragraph(dice));
                break;
            case 6:
                Line("");
                Line("   ");
                break;
            case 7:
                Line("    " + Vocabulary.Words(dice, 4));
                Line("    " + Vocabulary.Words(dice, 4));
                break;
            default:
                Line(Vocabulary.Words(dice, 1 + dice.Next(9)));
                break;
        }
    }

    private void Menu()
    {
        for (var i = 1 + dice.Next(7); i > 0; i--)
        {
            Line(Vocabulary.Label(dice));
        }
    }

    private void Wrapped(string text)
    {
        var column = 0;
        foreach (var word in text.Split(' '))
        {
            column += word.Length + 1;
            _text.Append(word).Append(column > 60 ? '\n' : ' ');
            column = column > 60 ? 0 : column;
        }

        _text.Append('\n');
    }

    private void Line(string text) => _text.Append(text).Append('\n');
}
