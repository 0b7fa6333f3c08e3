using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ArchiveScrub.Chrome;
using ArchiveScrub.Chrome.Lexicons;
using ArchiveScrub.Chrome.Model;
using ArchiveScrub.Quality.Corpora;

namespace ArchiveScrub.Quality.Scoring;

/// <summary>What can be scored: the scrubber, and the trivial systems that a text capture allows.</summary>
internal static class Systems
{
    private const int LongLine = 10; // words

    /// <summary>The trivial systems on text captures, by the names that the corpus's README gives them.</summary>
    public static IReadOnlyList<KeyValuePair<string, Func<CorpusPage, SystemOutput>>> Baselines { get; } =
    [
        new("keep everything", page => OfLines(page, _ => true)),
        new("lines of 10 words or more", page => OfLines(page, line => page.Lines!.Weight(line) >= LongLine)),
        new("all keep lines (ceiling)", page => OfLines(page, line => page.TextGold![line] == LineLabel.Keep)),
    ];

    /// <summary>The scrubber, giving the body only: what the gold holds.</summary>
    public static Func<CorpusPage, SystemOutput> Scrubber(CancellationToken cancellation = default) => Of(null, withoutLexicons: false, cancellation);

    /// <summary>The scrubber with the models of a training's folds: each page is judged by the model that has not seen its site.</summary>
    /// <param name="folder">The training's output: <c>folds.json</c>, <c>fold0</c>, <c>fold1</c>, …; or <c>none</c> for no model at all.</param>
    /// <param name="cancellation">Stops.</param>
    public static Func<CorpusPage, SystemOutput> Folds(string folder, CancellationToken cancellation) => Of(folder, withoutLexicons: false, cancellation);

    /// <summary>The scrubber with the shipped models, or those of a training's folds, and with or without the words and phrases of its rules.</summary>
    public static Func<CorpusPage, SystemOutput> Of(string? models, bool withoutLexicons, CancellationToken cancellation)
    {
        var detectors = Detectors(models, withoutLexicons ? Lexicon.LoadWithoutPhrases : Lexicon.Load);
        var scrubbers = new ConcurrentDictionary<ChromeDetector, Scrubber>();
        return page => Scrub(scrubbers.GetOrAdd(detectors(page.Id), static detector => new Scrubber(Body, detector)), page, cancellation);
    }

    /// <summary>The scrubber with what is known of each page's site.</summary>
    /// <param name="profiles">Gives the profiles for a page.</param>
    /// <param name="folder">A training's output as for <see cref="Folds"/>; null for the models that are built in.</param>
    /// <param name="cancellation">Stops.</param>
    public static Func<CorpusPage, SystemOutput> Profiles(Func<CorpusPage, SiteProfiles> profiles, string? folder, CancellationToken cancellation)
    {
        var detectors = Detectors(folder, Lexicon.Load);
        return page => Scrub(new Scrubber(Body with { Profiles = profiles(page) }, detectors(page.Id)), page, cancellation);
    }

    private static ScrubOptions Body => new() { Text = TextScope.Body };

    /// <summary>The detector for a page by its id: that of its fold, or the same for all.</summary>
    private static Func<string, ChromeDetector> Detectors(string? folder, Func<Lexicon> phrases)
    {
        if (folder is null or "none")
        {
            var same = new ChromeDetector(folder is null ? null : BlockModels.None, phrases());
            return _ => same;
        }

        var foldOf = JsonSerializer.Deserialize<Dictionary<string, int>>(File.ReadAllText(Path.Combine(folder, "folds.json")))!;
        var detectors = foldOf.Values.Distinct().ToDictionary(
            static fold => fold,
            fold => new ChromeDetector(BlockModels.Of(name => Open(Path.Combine(folder, "fold" + fold.ToString(CultureInfo.InvariantCulture), name))), phrases()));
        return id => detectors[foldOf[id]];
    }

    private static FileStream? Open(string path) => File.Exists(path) ? File.OpenRead(path) : null;

    private static SystemOutput Scrub(Scrubber scrubber, CorpusPage page, CancellationToken cancellation)
    {
        var result = scrubber.Scrub(page.ToPage(), cancellation);
        return new SystemOutput(result.CleanText, result);
    }

    private static SystemOutput OfLines(CorpusPage page, Func<int, bool> isKept)
    {
        var lines = page.Lines ?? throw new ArgumentException("a text capture is needed", nameof(page));
        var kept = new bool[lines.Count];
        var text = new StringBuilder();
        for (var line = 0; line < lines.Count; line++)
        {
            kept[line] = isKept(line);
            if (kept[line])
            {
                text.Append(lines[line]).Append('\n');
            }
        }

        return new SystemOutput(text.ToString(), KeptLines: kept);
    }
}
