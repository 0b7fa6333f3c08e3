using System.CommandLine;

namespace ArchiveScrub.Cli;

/// <summary><c>archivescrub explain</c>: what was removed and why, as a page for people.</summary>
internal sealed class ExplainCommand : Command, IHasExamples
{
    private readonly Terminal _terminal;
    private readonly Interruption _interruption;

    private readonly Argument<string> _path = new("PATH") { Description = "A manifest, a folder of results, a capture, or a folder of captures" };

    private readonly Option<string> _output = new("--output", "-o") { Description = "The HTML file to write", HelpName = "FILE", Required = true };

    private readonly Option<bool> _pages = new("--pages")
    {
        Description = "Of many pages write each one's own report, too, into a folder beside FILE, and link to it",
    };

    public ExplainCommand(Terminal terminal, Interruption interruption)
        : base("explain", "Writes a report for people: a page as it was read, with what was removed, by which rule and why; of many pages an index.")
    {
        _terminal = terminal;
        _interruption = interruption;
        Add(_path);
        Add(_output);
        Add(_pages);
        SetAction((parsed, _) => RunAsync(parsed.GetRequiredValue(_path), parsed.GetRequiredValue(_output), parsed.GetValue(_pages)));
    }

    /// <inheritdoc/>
    public string Examples =>
        """
        Examples:
          archivescrub explain out/page.html.manifest.json -o report.html
              one page, from its manifest and clean text
          archivescrub explain page.html -o report.html
              one page, scrubbed for it; no other file is written
          archivescrub explain out -o report.html --pages
              an index of all results in out, and a report of each page in the folder report.pages

        The report is one file. It fetches nothing, and nothing of a capture runs in it.

        Exit code:
          0    the report is written
          1    some results or captures could not be shown, or the report could not be written
          2    the command line is wrong
          130  interrupted; no report was written
        """;

    private async Task<int> RunAsync(string path, string output, bool withPages)
    {
        var pages = await ExplainedPages.OpenAsync(path, _interruption.Stop);
        var files = new ReportFiles(output);
        var index = new IndexReport();
        ExplainedPage? only = null;
        var (isOne, isWhole) = (pages.IsOne, true);
        await new Progress(_terminal, "explaining").ShowAsync(async () => await pages.CountAsync(_interruption.Stop), async done =>
        {
            await foreach (var page in pages.ReadAsync(_interruption.Stop))
            {
                done();
                if (page.Failure is { } failure)
                {
                    (isOne, isWhole) = (false, isWhole && failure.IsRecorded);
                    index.AddFailure(page.Name, failure.Code, failure.Reason);
                    _terminal.Tell($"{(failure.IsRecorded ? "in quarantine" : "not shown")}: {page.Name}: {failure.Reason}");
                    continue;
                }

                isOne &= only is null;
                only = page;
                index.Add(page.Name, page.Manifest!, withPages ? files.WritePage(index.Pages, page.ToReport()) : null);
            }
        });

        files.Write(isOne && only is not null ? only.ToReport() : index.Write(pages.Title));
        return isWhole ? ExitCode.Ok : ExitCode.Incomplete;
    }
}
