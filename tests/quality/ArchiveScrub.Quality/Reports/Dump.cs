using System.Globalization;
using ArchiveScrub.Quality.Corpora;
using ArchiveScrub.Quality.Scoring;

namespace ArchiveScrub.Quality.Reports;

/// <summary>Writes a page a file: each block with its verdict and what the gold says of it.</summary>
internal sealed class Dump(string folder)
{
    private const int TextLength = 400;

    /// <summary>Writes the file of one page.</summary>
    public void Write(ScoredPage scored)
    {
        Directory.CreateDirectory(folder);
        var (page, score) = (scored.Page, scored.Score);
        var format = page.Format == PageFormat.Html ? "html" : "text";
        using var file = new StreamWriter(Path.Combine(folder, $"{format}-{page.Id}.txt"));
        file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"# {page.Id} {format} {score.Type} {page.Gold.Url}"));
        file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"# P {score.Words.Precision:0.000} R {score.Words.Recall:0.000} F1 {score.Words.F1:0.000}; words: output {score.Words.Output}, gold {score.Words.Gold}{(score.IsScored ? "" : "; not scored")}"));
        var output = new Metrics.SnippetScore.Haystack(scored.Output.Text);
        foreach (var snippet in page.Gold.With ?? [])
        {
            file.WriteLine($"# with    {(output.Contains(snippet) ? "found " : "MISSED")} {Excerpt.Of(snippet, TextLength)}");
        }

        foreach (var snippet in page.Gold.Without ?? [])
        {
            file.WriteLine($"# without {(output.Contains(snippet) ? "LEAKED" : "absent")} {Excerpt.Of(snippet, TextLength)}");
        }

        foreach (var block in JudgedBlock.Of(scored))
        {
            file.WriteLine(Line(block));
        }

        if (scored.Output.Result is null)
        {
            file.Write(scored.Output.Text);
        }
    }

    private static string Line(JudgedBlock block)
    {
        // '-' was lost, '+' leaked.
        var mark = (block.IsInBody, block.Label) switch
        {
            (false, LineLabel.Keep) => '-',
            (true, LineLabel.Drop) => '+',
            _ => ' ',
        };
        var verdict = block.Verdict;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{mark} {(verdict.IsKept ? "KEEP" : "DROP")} {verdict.Kind.Name(),-14} {verdict.Rule,-28} {verdict.Confidence:0.00} | {Name(block.Label),-6} | {block.Block.Form,-9} {block.Block.Parent?.Tag,-8} | {Excerpt.Of(block.Block.Text, TextLength)}");
    }

    private static string Name(LineLabel label) => label switch
    {
        LineLabel.Keep => "keep",
        LineLabel.Drop => "drop",
        LineLabel.Unsure => "unsure",
        _ => "",
    };
}
