using System.CommandLine;
using System.Globalization;
using ArchiveScrub.Quality.Parsers;

namespace ArchiveScrub.Quality.Commands;

/// <summary><c>parser</c>: the words of the segmenter's tree against those of a specification parser's.</summary>
internal static class ParserCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var selection = new Selection();
        var all = new Option<bool>("--all") { Description = "List every page that differs at all." };
        var command = new Command("parser", "Compares the words of raw pages with those that a parser of the HTML Standard sees, and lists pages where more than 1 % differ.") { all };
        selection.AddTo(command);
        command.SetAction((options, cancellation) =>
        {
            var corpus = selection.Corpus(options);
            var pages = new ParserComparison(corpus, selection.Jobs(options)).Run(selection.Ids(options, corpus), cancellation);
            foreach (var page in pages.Where(page => options.GetValue(all) ? page.Count > 0 : page.Share > ParserComparison.Tolerance).OrderByDescending(page => page.Share))
            {
                Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{page.Id} {page.Share:0.0000} of {page.Words} words; missing {page.MissingCount}: {string.Join(' ', page.Missing)}; extra {page.ExtraCount}: {string.Join(' ', page.Extra)}"));
            }

            Console.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{pages.Count(page => page.Count == 0)} of {pages.Count} pages have the same words; {pages.Sum(page => page.Count)} of {pages.Sum(page => page.Words)} words differ; {pages.Count(page => page.Share > ParserComparison.Tolerance)} pages differ in more than {ParserComparison.Tolerance:0 %}"));
            return Task.FromResult(0);
        });
        return command;
    }
}
