using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using ArchiveScrub.Quality.Corpora;
using ArchiveScrub.Quality.Metrics;

namespace ArchiveScrub.Quality.Scoring;

/// <summary>Runs a system over pages of the corpus, spoilt where <paramref name="spoil"/> is given, and scores what it makes of them.</summary>
internal sealed class Scorer(Corpus corpus, Func<CorpusPage, SystemOutput> system, int jobs, Func<CorpusPage, CorpusPage>? spoil = null)
{
    /// <summary>Scores the pages of one format, in the order given whatever the number of jobs.</summary>
    /// <param name="ids">Which pages.</param>
    /// <param name="format">Raw pages or text captures.</param>
    /// <param name="inspect">Sees every page that did not fail, on the thread that scored it; its index among <paramref name="ids"/>.</param>
    /// <param name="cancellation">Stops between pages.</param>
    public PageScore[] Run(IReadOnlyList<string> ids, PageFormat format, Action<int, ScoredPage>? inspect = null, CancellationToken cancellation = default)
    {
        var scores = new PageScore[ids.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellation };
        Parallel.For(0, ids.Count, options, i => scores[i] = Score(i, ids[i], format, inspect));
        return scores;
    }

    private PageScore Score(int index, string id, PageFormat format, Action<int, ScoredPage>? inspect)
    {
        var page = corpus.Read(id, format);
        page = spoil?.Invoke(page) ?? page;
        var score = new PageScore
        {
            Id = id,
            Format = format,
            Type = page.Gold.PageType,
            IsScored = page.TextGold?.IsScored ?? true,
            Bytes = page.Payload.Length,
        };
        var vocabulary = new Vocabulary();
        var gold = vocabulary.Words(page.Gold.MainContent);
        var started = Stopwatch.GetTimestamp();
        SystemOutput output;
        try
        {
            output = system(page);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A page that fails says nothing: it scores like an empty output, and is counted.
            var nothing = score with
            {
                Error = $"{e.GetType().Name}: {e.Message}",
                Words = WordScore.Of([], gold, vocabulary),
                Snippets = new SnippetScore(0, page.Gold.With?.Length ?? 0, 0, page.Gold.Without?.Length ?? 0),
            };
            return page.Lines is null ? nothing : nothing with { Lines = LineTally.Of(page.Lines, page.TextGold!, new bool[page.Lines.Count]) };
        }

        var elapsed = Stopwatch.GetElapsedTime(started);
        var words = vocabulary.Words(output.Text);
        score = score with
        {
            Words = WordScore.Of(words, gold, vocabulary),
            Snippets = SnippetScore.Of(output.Text, page.Gold.With ?? [], page.Gold.Without ?? []),
            Output = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(output.Text)).AsSpan(0, 8)),
            Milliseconds = elapsed.TotalMilliseconds,
        };
        if (page is { Lines: { } lines, TextGold: { } textGold })
        {
            score = score with
            {
                Lines = LineTally.Of(lines, textGold, KeptLines.OfOutput(lines, words, vocabulary)),
                LinesByVerdict = Decided(lines, output) is { } kept ? LineTally.Of(lines, textGold, kept) : null,
            };
        }

        inspect?.Invoke(index, new ScoredPage(page, output, score, vocabulary, words, gold));
        return score;
    }

    private static bool[]? Decided(TextLines lines, SystemOutput output) =>
        output.KeptLines ?? (output.Result is { } result ? KeptLines.OfVerdicts(lines, result.Page, result.Verdicts) : null);
}
