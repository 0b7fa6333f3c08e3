using System.Runtime.InteropServices;
using ArchiveScrub.Blocks;
using ArchiveScrub.Quality.Metrics;

namespace ArchiveScrub.Quality.Strict;

/// <summary>
/// Finds the blocks that the lines of a text capture stand in: by place where the page is that capture, by their
/// words, in order, where it is the HTML of the same page.
/// </summary>
internal static class StrictPieces
{
    /// <summary>The pieces in the order of the lines.</summary>
    public static IReadOnlyList<StrictPiece> Of(SegmentedPage page, TextLines lines, Vocabulary vocabulary) =>
        page.Format == PageFormat.Text ? ByPlace(page, lines, vocabulary) : ByWords(page, lines, vocabulary);

    private static List<StrictPiece> ByPlace(SegmentedPage page, TextLines lines, Vocabulary vocabulary)
    {
        var pieces = new List<StrictPiece>();
        foreach (var block in page.Blocks)
        {
            for (var line = lines.LineAt(block.Source.Start); line < lines.Count && lines.Range(line).Start < block.Source.End; line++)
            {
                var range = lines.Range(line);
                var start = Math.Max(range.Start, block.Source.Start);
                var end = Math.Min(range.End, block.Source.End);
                if (start < end && !lines.Text.AsSpan(start, end - start).IsWhiteSpace())
                {
                    pieces.Add(new StrictPiece(line, block.Index, vocabulary.Words(lines.Text.AsSpan(start, end - start)).Length));
                }
            }
        }

        return pieces;
    }

    private static List<StrictPiece> ByWords(SegmentedPage page, TextLines lines, Vocabulary vocabulary)
    {
        var lineWords = Enumerable.Range(0, lines.Count).Select(line => vocabulary.Words(lines[line])).ToList();
        var blockWords = page.Blocks.Select(block => vocabulary.Words(block.Text)).ToList();
        var blockOf = blockWords.SelectMany((words, block) => Enumerable.Repeat(block, words.Length)).ToArray();
        var places = WordAlignment.Places([.. lineWords.SelectMany(words => words)], [.. blockWords.SelectMany(words => words)]);
        var pieces = new List<StrictPiece>();
        var at = 0;
        for (var line = 0; line < lines.Count; line++)
        {
            foreach (var place in places.AsSpan(at, lineWords[line].Length))
            {
                var block = place < 0 ? -1 : blockOf[place];
                if (pieces.Count > 0 && pieces[^1].Line == line && pieces[^1].Block == block)
                {
                    CollectionsMarshal.AsSpan(pieces)[^1] = pieces[^1] with { Words = pieces[^1].Words + 1 };
                }
                else
                {
                    pieces.Add(new StrictPiece(line, block, 1));
                }
            }

            at += lineWords[line].Length;
        }

        return pieces;
    }
}
