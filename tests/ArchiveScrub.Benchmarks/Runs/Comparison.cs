using ArchiveScrub.Benchmarks.Measuring;
using ArchiveScrub.Benchmarks.Pages;

namespace ArchiveScrub.Benchmarks.Runs;

/// <summary>What came of the contestants on the same pages.</summary>
/// <param name="Sample">Every contestant on every <paramref name="Every"/>th page; null, with the reason, for one that cannot run here.</param>
/// <param name="All">ArchiveScrub on all pages; the same as in the sample where that is all of them.</param>
/// <param name="Text">ArchiveScrub on text captures; null where there are none.</param>
/// <param name="Every">1 where the sample is all pages.</param>
internal sealed record Comparison(IReadOnlyList<(Entrant Entrant, Measurement? Measured, string? Missing)> Sample, Measurement All, Measurement? Text, int Every)
{
    private static readonly Entrant[] Entrants = [Entrant.Read, Entrant.Parse, Entrant.Scrub, Entrant.SmartReader, Entrant.Readability];

    /// <summary>Runs them one after the other.</summary>
    /// <param name="folder">HTML pages.</param>
    /// <param name="textFolder">Text captures; null for none.</param>
    /// <param name="every">How many pages apart the sample is: some contestants are slow.</param>
    /// <param name="passes">How often each page is measured.</param>
    /// <param name="limit">How long one contestant may take, about.</param>
    /// <param name="log">Is told what is under way.</param>
    public static Comparison Run(string folder, string? textFolder, int every, int passes, TimeSpan limit, TextWriter log)
    {
        var sample = new List<(Entrant, Measurement?, string?)>();
        using (var pages = new PageFolder(folder, PageFormat.Html, every))
        {
            foreach (var entrant in Entrants)
            {
                log.WriteLine($"{entrant.Name}, {pages.Files.Count} pages");
                try
                {
                    sample.Add((entrant, entrant.Measure(pages, passes, limit), null));
                }
                catch (InvalidOperationException e) when (entrant is { IsPeer: true })
                {
                    log.WriteLine(e.Message);
                    sample.Add((entrant, null, e.Message));
                }
            }
        }

        var all = every == 1 ? sample.Find(static one => one.Item1 == Entrant.Scrub).Item2! : MeasureAll(Entrant.Scrub, folder, PageFormat.Html, passes, limit, log);
        return new Comparison(sample, all, textFolder is null ? null : MeasureAll(Entrant.ScrubText, textFolder, PageFormat.Text, passes, limit, log), every);
    }

    /// <summary>What came of one of the sample.</summary>
    public Measurement? Of(Entrant entrant) => Sample.First(one => one.Entrant == entrant).Measured;

    private static Measurement MeasureAll(Entrant entrant, string folder, PageFormat format, int passes, TimeSpan limit, TextWriter log)
    {
        using var pages = new PageFolder(folder, format, 1);
        log.WriteLine($"{entrant.Name}, {pages.Files.Count} {(format == PageFormat.Html ? "pages" : "text captures")}");
        return entrant.Measure(pages, passes, limit);
    }
}
