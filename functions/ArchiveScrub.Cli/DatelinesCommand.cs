using System.CommandLine;
using System.CommandLine.Parsing;
using ArchiveScrub.Storage;

namespace ArchiveScrub.Cli;

/// <summary><c>archivescrub datelines</c>: place, date and agency of every page, with the evidence; nothing is written.</summary>
internal sealed class DatelinesCommand : Command, IHasExamples
{
    private const string Table = "table";

    private readonly Terminal _terminal;
    private readonly Interruption _interruption;

    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Files, folders (with all folders in them), or - for standard input",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> _format = new("--format")
    {
        Description = "table: for people; jsonl: a JSON object a page, with the members byline, credits and dateline of its manifest",
        DefaultValueFactory = static _ => Table,
    };

    private readonly Option<DateTimeOffset?> _capturedAt = new("--captured-at")
    {
        Description = "When the captures were made: 2020-02-12, 2020-02-12T09:30:00Z or 20200212093000. A year that is not stated comes from it, and no date is later",
        HelpName = "DATE",
        CustomParser = ParseDate,
    };

    private readonly Option<string?> _uri = new("--uri") { Description = "Where the page was captured from; for a single file", HelpName = "URI" };

    public DatelinesCommand(Terminal terminal, Interruption interruption)
        : base("datelines", "Prints place, date and agency of every page, and where each was read. Nothing is written.")
    {
        _terminal = terminal;
        _interruption = interruption;
        _format.AcceptOnlyFromAmong(Table, "jsonl");
        Add(_paths);
        foreach (var option in new Option[] { _format, _capturedAt, _uri })
        {
            Add(option);
        }

        SetAction((parsed, _) => RunAsync(parsed));
    }

    /// <inheritdoc/>
    public string Examples =>
        """
        Examples:
          archivescrub datelines page.html
          archivescrub datelines captures --captured-at 2020-02-12 --format jsonl | jq -r '[.capture, .dateline.date] | @tsv'

        In the table a line of evidence begins with * where the dateline has it from there; the others agree with it, conflict
        with it, or were not needed.

        Exit code:
          0    all captures were read
          1    some could not be read; standard error names them
          2    the command line is wrong
          130  interrupted
        """;

    private static DateTimeOffset? ParseDate(ArgumentResult result)
    {
        if (CaptureDate.TryParse(result.Tokens[0].Value, out var date))
        {
            return date;
        }

        result.AddError($"{result.Tokens[0].Value} is not a date: --captured-at takes 2020-02-12, 2020-02-12T09:30:00Z or 20200212093000.");
        return null;
    }

    private async Task<int> RunAsync(ParseResult parsed)
    {
        var uri = parsed.GetValue(_uri);
        if (uri is not null && !Uri.TryCreate(uri, UriKind.Absolute, out _))
        {
            throw new UsageException($"--uri {uri} is not an absolute URI");
        }

        using var sources = await CaptureSources.OpenAsync(parsed.GetRequiredValue(_paths), [], _terminal.Input, _interruption.Stop);
        if (uri is not null && !sources.IsOneFile)
        {
            throw new UsageException("--uri says where one page was captured from: give one file");
        }

        var report = new DatelineReport(_terminal, asTable: parsed.GetValue(_format) == Table);
        var scrubber = new Scrubber();
        var complete = true;
        await foreach (var delivery in sources.Deliveries().WithCancellation(_interruption.Stop))
        {
            complete &= await ReadAsync(delivery with { CapturedAt = parsed.GetValue(_capturedAt), TargetUri = uri }, scrubber, report);
        }

        return complete ? ExitCode.Ok : ExitCode.Incomplete;
    }

    private async Task<bool> ReadAsync(Delivery delivery, Scrubber scrubber, DatelineReport report)
    {
        var description = new CaptureDescription(delivery.From.Name, delivery.Capture.Name, delivery.Capture.ETag, delivery.Capture.MediaType, delivery.TargetUri, delivery.CapturedAt);
        try
        {
            await using var stream = await delivery.From.OpenReadAsync(delivery.Capture, _interruption.Stop);
            await foreach (var page in new CaptureReader().ReadAsync(stream, description, _interruption.Stop))
            {
                report.Write(delivery.ResultName, scrubber.Scrub(page, _interruption.Stop).Manifest);
            }

            return true;
        }
        catch (Exception e) when (e is CaptureException or StoreException or CaptureChangedException)
        {
            _terminal.Tell($"archivescrub: {delivery.ResultName}: {e.Message}");
            return false;
        }
    }
}
