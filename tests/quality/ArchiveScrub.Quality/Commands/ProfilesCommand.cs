using System.CommandLine;
using ArchiveScrub.Quality.Corpora;
using ArchiveScrub.Quality.Profiles;
using ArchiveScrub.Quality.Reports;
using ArchiveScrub.Quality.Scoring;

namespace ArchiveScrub.Quality.Commands;

/// <summary><c>profiles</c>: what site profiles change on the pages of sites with several pages.</summary>
internal static class ProfilesCommand
{
    private const string Rule = "profile.repeated";

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var selection = new Selection();
        var least = new Option<int>("--least") { Description = "Sites with at least so many pages (default 4).", HelpName = "N", DefaultValueFactory = _ => 4 };
        var samples = new Option<int>("--samples") { Description = "Show so many blocks that profiles took though the gold keeps them.", HelpName = "N" };
        var models = new Option<string?>("--models") { Description = "Judge each page by the model of its fold in a training's output; 'none' for no model.", HelpName = "DIR" };
        var command = new Command("profiles", "Scores sites with several pages without profiles, with profiles that leave the page out, and with profiles of the whole site.") { least, samples, models };
        selection.AddTo(command);
        command.SetAction((options, cancellation) =>
        {
            var corpus = selection.Corpus(options);
            foreach (var format in selection.Formats(options))
            {
                var sites = CorpusSites.Read(corpus, selection.Ids(options, corpus), format, options.GetValue(least), selection.Jobs(options), cancellation);
                Console.Out.WriteLine($"== {(format == PageFormat.Html ? "html" : "text captures")}: {sites.Ids.Count} pages of {sites.Sites} sites");
                var without = Score("without profiles", _ => SiteProfiles.Empty);
                var report = new RuleReport(sites.Ids.Count, Rule);
                var heldOut = Score("profiles, page left out", page => sites.Learn(page.Id, isHeldOut: true), report.Inspect);
                Score("profiles of the whole site", page => sites.Learn(page.Id, isHeldOut: false));
                Flips.Write(Console.Out, without, heldOut);
                report.Write(Console.Out, options.GetValue(samples));
                Console.Out.WriteLine();

                PageScore[] Score(string title, Func<CorpusPage, SiteProfiles> profiles, Action<int, ScoredPage>? inspect = null)
                {
                    var system = Systems.Profiles(profiles, options.GetValue(models), cancellation);
                    var pages = new Scorer(corpus, system, selection.Jobs(options)).Run(sites.Ids, format, inspect, cancellation);
                    ScoreTable.Write(Console.Out, title, pages);
                    return pages;
                }
            }

            return Task.FromResult(0);
        });
        return command;
    }
}
