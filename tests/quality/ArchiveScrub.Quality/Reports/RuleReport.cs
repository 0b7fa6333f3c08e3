using System.Globalization;
using ArchiveScrub.Quality.Scoring;

namespace ArchiveScrub.Quality.Reports;

/// <summary>
/// What every rule did, in words that the gold keeps and drops: precision by words of what it removed (or kept), and
/// where it went wrong. The main tool for improving rules.
/// </summary>
internal sealed class RuleReport(int pages, string? only)
{
    private const int TextLength = 160;

    private readonly Row[]?[] _rows = new Row[pages][];
    private readonly Sample[]?[] _samples = new Sample[pages][];

    /// <summary>Takes the blocks of a page in; safe to call from many threads. Pages whose gold is empty or not on the page teach nothing.</summary>
    public void Inspect(int index, ScoredPage page)
    {
        if (!page.Score.IsScored || page.GoldWords.Length == 0)
        {
            return;
        }

        var blocks = JudgedBlock.Of(page).Where(block => only is null || block.Verdict.Rule == only).ToList();
        _rows[index] = [.. blocks.Select(block => new Row(block.Verdict.Rule, block.Verdict.Kind, 1, block.KeepWords, block.DropWords, block.UnsureWords))
            .GroupBy(row => (row.Rule, row.Kind), (_, rows) => rows.Aggregate((a, b) => a.Plus(b)))];
        if (only is not null)
        {
            _samples[index] = [.. blocks.Where(block => block.WrongWords > 0).Select(block => new Sample(block.WrongWords, Line(page.Page.Id, block)))];
        }
    }

    /// <summary>Writes the table, worst rules first; and with a rule chosen, the blocks where it was wrong.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="samples">How many blocks to show, where a rule was chosen.</param>
    public void Write(TextWriter output, int samples)
    {
        var rows = _rows.SelectMany(rows => rows ?? [])
            .GroupBy(row => (row.Rule, row.Kind), (_, rows) => rows.Aggregate((a, b) => a.Plus(b)))
            .OrderByDescending(row => row.Wrong)
            .ThenBy(row => row.Rule, StringComparer.Ordinal)
            .ThenBy(row => row.Kind)
            .ToList();
        foreach (var (title, part) in new[] { ("removed by", rows.Where(row => !row.IsInBody)), ("kept in the body by", rows.Where(row => row.IsInBody)) })
        {
            output.WriteLine($"{title,-32}{"kind",-15}{"blocks",8}{"keep",9}{"drop",9}{"unsure",9}{"precision",11}");
            foreach (var row in part)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.Rule,-32}{row.Kind.Name(),-15}{row.Blocks,8}{row.KeepWords,9}{row.DropWords,9}{row.UnsureWords,9}{row.Precision,11:0.000}"));
            }
        }

        foreach (var sample in _samples.SelectMany(page => page ?? []).OrderByDescending(sample => sample.WrongWords).Take(samples))
        {
            output.WriteLine(sample.Line);
        }
    }

    private static string Line(string id, JudgedBlock block) => string.Create(
        CultureInfo.InvariantCulture,
        $"{id} {block.WrongWords,5} {block.Verdict.Kind.Name(),-14} {Excerpt.Of(string.Join(' ', block.Verdict.Evidence ?? []), 60),-30} | {Excerpt.Of(block.Block.Text, TextLength)}");

    private sealed record Row(string Rule, Kind Kind, int Blocks, int KeepWords, int DropWords, int UnsureWords)
    {
        public bool IsInBody => Metrics.KeptLines.IsBody(Kind);

        public int Wrong => IsInBody ? DropWords : KeepWords;

        public double Precision => KeepWords + DropWords == 0 ? 1 : 1 - ((double)Wrong / (KeepWords + DropWords));

        public Row Plus(Row other) => this with
        {
            Blocks = Blocks + other.Blocks,
            KeepWords = KeepWords + other.KeepWords,
            DropWords = DropWords + other.DropWords,
            UnsureWords = UnsureWords + other.UnsureWords,
        };
    }

    private sealed record Sample(int WrongWords, string Line);
}
