using System.Globalization;
using ArchiveScrub.Quality.Scoring;

namespace ArchiveScrub.Quality.Reports;

/// <summary>Lists the pages with the lowest word F1, with the largest blocks that were lost and that leaked.</summary>
internal sealed class WorstPages(int pages, int count)
{
    private const int BlocksEach = 3;
    private const int TextLength = 100;

    private readonly string[][] _blocks = new string[pages][];

    /// <summary>Remembers the wrong blocks of a page; safe to call from many threads.</summary>
    public void Inspect(int index, ScoredPage page)
    {
        var wrong = JudgedBlock.Of(page).Where(block => block.WrongWords > 0).OrderByDescending(block => block.WrongWords).ToList();
        _blocks[index] =
        [
            .. wrong.Where(block => !block.IsInBody).Take(BlocksEach).Select(block => Line('-', block)),
            .. wrong.Where(block => block.IsInBody).Take(BlocksEach).Select(block => Line('+', block)),
        ];
    }

    /// <summary>Writes the list.</summary>
    public void Write(TextWriter output, IReadOnlyList<PageScore> scores)
    {
        foreach (var i in Enumerable.Range(0, scores.Count).Where(i => scores[i].IsScored).OrderBy(i => scores[i].Words.F1).Take(count))
        {
            var (score, words) = (scores[i], scores[i].Words);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{score.Id} {score.Type,-13} F1 {words.F1:0.000} P {words.Precision:0.000} R {words.Recall:0.000} lost {words.Gold - words.Hits} of {words.Gold}, leaked {words.Output - words.Hits} of {words.Output}{(score.Error is null ? "" : "; " + score.Error)}"));
            foreach (var line in _blocks[i] ?? [])
            {
                output.WriteLine(line);
            }
        }
    }

    private static string Line(char mark, JudgedBlock block) =>
        string.Create(CultureInfo.InvariantCulture, $"   {mark} {block.WrongWords,5} {block.Verdict.Rule,-24} {Excerpt.Of(block.Block.Text, TextLength)}");
}
