using ArchiveScrub.Captures;
using ArchiveScrub.Text;

namespace ArchiveScrub.Blocks;

/// <summary>
/// Cuts clean text that ArchiveScrub wrote at its blank lines, and changes nothing: joined in the same way again it is
/// the same text. Blank lines of code, which look alike, only make more blocks of it.
/// </summary>
internal static class CleanTextSegmenter
{
    private const string BlankLine = "\n\n";

    public static SegmentedPage Segment(SourceText source)
    {
        var text = source.Text.AsSpan().TrimEnd('\n').ToString();
        var blocks = new List<Block>();
        for (var start = 0; start < text.Length;)
        {
            // A block is never empty, so one of several blank lines begins the next one.
            var end = text.IndexOf(BlankLine, start + 1, StringComparison.Ordinal);
            end = end < 0 || end + BlankLine.Length >= text.Length ? text.Length : end;
            blocks.Add(Read(text, start, end, blocks));
            start = end + (end < text.Length ? BlankLine.Length : 0);
        }

        return new SegmentedPage
        {
            Format = PageFormat.Text,
            Source = source,
            Blocks = blocks,
            Linear = string.Join('\n', blocks.Select(static b => b.Text)),
        };
    }

    private static Block Read(string text, int start, int end, List<Block> before)
    {
        var linear = before.Count == 0 ? 0 : before[^1].Linear.End + 1;
        var content = text[start..end];
        return new Block
        {
            Index = before.Count,
            Form = BlockForm.Paragraph,
            Text = content,
            Linear = new TextRange(linear, linear + content.Length),
            Source = new TextRange(start, end),
            WordCount = Words.Count(content),
        };
    }
}
