namespace ArchiveScrub.Blocks.Lines;

/// <summary>
/// Headings of plain-text markup, where they stand free: <c># x</c>, <c>== x ==</c>, and a line underlined with
/// <c>=</c> or <c>-</c>. The marks stay in the text: a reader of the page saw them.
/// </summary>
internal static class Headings
{
    private const int MaxLevel = 6;
    private const int MaxLength = 120;
    private const int LeastUnderline = 3;

    /// <summary>The level of the heading that a line is, 1 to 6; 0 where it is none.</summary>
    public static int Level(string text, List<TextLine> lines, int index)
    {
        var line = lines[index];
        if (line.Shape != LineShape.Plain || line.End - line.Start > MaxLength || (index > 0 && line.BlankLinesBefore == 0))
        {
            return 0;
        }

        var visible = line.Of(text);
        if (index + 1 >= lines.Count || lines[index + 1].BlankLinesBefore > 0)
        {
            return visible[0] switch
            {
                '#' => HashLevel(visible),
                '=' => WikiLevel(visible),
                _ => 0,
            };
        }

        var standsFree = index + 2 >= lines.Count || lines[index + 2].BlankLinesBefore > 0;
        return standsFree ? UnderlineLevel(visible, lines[index + 1].Of(text)) : 0;
    }

    private static int HashLevel(ReadOnlySpan<char> line)
    {
        var level = line.Length - line.TrimStart('#').Length;

        // "# rm file" is a command at a prompt.
        return level <= MaxLevel && level + 1 < line.Length && line[level] == ' ' && !char.IsLower(line[level + 1]) ? level : 0;
    }

    private static int WikiLevel(ReadOnlySpan<char> line)
    {
        var level = line.Length - line.TrimStart('=').Length;
        var right = line.Length - line.TrimEnd('=').Length;
        return level == right && level <= MaxLevel && level + right < line.Length ? level : 0;
    }

    private static int UnderlineLevel(ReadOnlySpan<char> line, ReadOnlySpan<char> below)
    {
        var mark = below[0];
        var isUnderline = mark is '=' or '-' && below.Length >= LeastUnderline && below.Length * 2 >= line.Length
            && below.Length <= line.Length + LeastUnderline && !below.ContainsAnyExcept(mark);
        return !isUnderline ? 0 : mark == '=' ? 1 : 2;
    }
}
