using ArchiveScrub.Blocks.Lines;
using ArchiveScrub.Captures;
using ArchiveScrub.Text;

namespace ArchiveScrub.Blocks;

/// <summary>
/// Cuts a text capture (the visible text of a whole page) into blocks. As a rule a line is a block; lines that a
/// program wrapped at a margin are joined (see <see cref="LineWrap"/>), bullets are taken off list items (see
/// <see cref="Lists"/>), and rows of tables have their cells separated by tabs.
/// </summary>
internal static class TextSegmenter
{
    /// <summary>The blocks of a text capture. Any text will do: there is no error.</summary>
    public static SegmentedPage Segment(SourceText source)
    {
        var text = source.Text;
        var lines = LineReader.Read(text);
        AlignedRows.Mark(text, lines);
        var continues = LineWrap.Find(text, lines);
        var isItem = Lists.Find(text, lines, continues);

        var blocks = new List<Block>(lines.Count);
        var linear = new TextBuffer(text.Length);
        var blockText = new BlockText();
        for (var first = 0; first < lines.Count;)
        {
            var end = first + 1;
            while (end < lines.Count && continues[end])
            {
                end++;
            }

            var block = Read(text, lines, first, end, isItem[first], blockText, blocks.Count, linear);
            if (block is not null)
            {
                blocks.Add(block);
            }

            first = end;
        }

        return new SegmentedPage { Format = PageFormat.Text, Source = source, Blocks = blocks, Linear = linear.Finish() };
    }

    private static Block? Read(string text, List<TextLine> lines, int first, int end, bool isItem, BlockText blockText, int index, TextBuffer linear)
    {
        var line = lines[first];

        // A bullet is drawn by whoever shows the list; a number is what the page says.
        var start = line.Start + (isItem && line.Marker.Kind != MarkerKind.Ordinal ? line.Marker.Length : 0);
        var level = 0;
        BlockForm form;
        switch (line.Shape)
        {
            case LineShape.Tabbed:
                AppendCells(text, line, blockText);
                form = BlockForm.TableRow;
                break;
            case LineShape.Aligned:
                AppendAlignedCells(text.AsSpan(start, line.End - start), blockText);
                form = BlockForm.TableRow;
                break;
            default:
                level = end - first == 1 && !isItem ? Headings.Level(text, lines, first) : 0;
                form = isItem ? BlockForm.ListItem : level > 0 ? BlockForm.Heading : end - first > 1 ? BlockForm.Paragraph : BlockForm.Line;
                AppendLines(text, lines, start, first, end, blockText);
                break;
        }

        var content = blockText.Take();
        if (content.Length == 0)
        {
            return null;
        }

        if (index > 0)
        {
            linear.Append('\n');
        }

        var at = linear.Length;
        linear.Append(content);
        return new Block
        {
            Index = index,
            Form = form,
            Text = content,
            Linear = new TextRange(at, linear.Length),
            Source = new TextRange(start, lines[end - 1].End),
            HeadingLevel = level,
            Indent = line.Indent,
            BlankLinesBefore = line.BlankLinesBefore,
            WordCount = Words.Count(content),
        };
    }

    private static void AppendLines(string text, List<TextLine> lines, int start, int first, int end, BlockText blockText)
    {
        blockText.Append(text.AsSpan(start, lines[first].End - start));
        for (var i = first + 1; i < end; i++)
        {
            if (!JoinsWithoutBlank(text, lines[i - 1].End, lines[i].Start))
            {
                blockText.Space();
            }

            blockText.Append(lines[i].Of(text));
        }
    }

    /// <summary>A word broken at its hyphen keeps the hyphen and nothing else; scripts without spaces get none.</summary>
    private static bool JoinsWithoutBlank(string text, int end, int start)
    {
        var last = text[end - 1];
        var next = text[start];
        return last is '-' or '\u2010'
            ? end > 1 && char.IsLetter(text[end - 2]) && char.IsLower(next)
            : IsSetSolid(last) && IsSetSolid(next);
    }

    private static bool IsSetSolid(char c) => Words.IsDense(c) || c is (>= '\u3000' and <= '\u303F') or (>= '\uFF01' and <= '\uFF65');

    private static void AppendCells(string text, in TextLine line, BlockText blockText)
    {
        var start = line.Start;
        while (start > 0 && text[start - 1] == '\t')
        {
            start--; // the first cells of the row are empty
        }

        var row = text.AsSpan(start, line.End - start);
        foreach (var cell in row.Split('\t'))
        {
            blockText.Append(row[cell]);
            blockText.Cell();
        }
    }

    private static void AppendAlignedCells(ReadOnlySpan<char> line, BlockText blockText)
    {
        var at = 0;
        while (AlignedRows.NextGap(line, at, out var start, out var end))
        {
            blockText.Append(line[at..start]);
            blockText.Cell();
            at = end;
        }

        blockText.Append(line[at..]);
    }
}
