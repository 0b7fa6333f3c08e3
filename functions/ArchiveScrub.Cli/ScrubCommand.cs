using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net.Http.Headers;
using ArchiveScrub.Storage;

namespace ArchiveScrub.Cli;

/// <summary><c>archivescrub scrub</c>: captures in, clean text and manifests out.</summary>
internal sealed class ScrubCommand : Command, IHasExamples
{
    private static readonly string LearnedName = "learned" + ResultForm.Profiles.Suffix;

    private readonly Terminal _terminal;
    private readonly Interruption _interruption;

    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Files, folders (with all folders in them), containers (blob:NAME or their URL), or - for standard input",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "Folder or container for the results: NAME.clean.txt and NAME.manifest.json for a capture NAME that is a page; NAME.wet.gz, NAME.manifest.jsonl.gz, NAME.records.jsonl.gz and NAME.summary.json for one that holds many",
        HelpName = "DIR",
    };

    private readonly Option<string?> _quarantine = new("--quarantine")
    {
        Description = "Folder or container for the records of captures that cannot be scrubbed, NAME.error.json; quarantine in the output folder, or beside the output container, unless given",
        HelpName = "DIR",
    };

    private readonly Option<bool> _stdout = new("--stdout")
    {
        Description = "Print clean texts, one after the other; several are separated by a form feed on a line of its own. Implies --force and --jobs 1",
    };

    private readonly Option<int> _jobs = new("--jobs", "-j")
    {
        Description = "How many captures are scrubbed at once, and pages of those that hold many; as many as there are processors unless given",
        HelpName = "N",
        DefaultValueFactory = static _ => Environment.ProcessorCount,
        CustomParser = ParseJobs,
    };

    private readonly Option<bool> _force = new("--force") { Description = "Scrub again what is done already" };

    private readonly Option<string> _text = new("--text")
    {
        Description = "full: title, subtitle, dateline line and body; body: the body only",
        DefaultValueFactory = static _ => "full",
    };

    private readonly Option<string[]> _profiles = new("--profiles")
    {
        Description = "What is known of the captures' sites: a file written by 'archivescrub learn', or auto to learn from the captures before they are scrubbed. May be given several times",
        HelpName = "FILE",
    };

    private readonly Option<DateTimeOffset?> _capturedAt = new("--captured-at")
    {
        Description = "When the captures were made: 2020-02-12, 2020-02-12T09:30:00Z or 20200212093000. No date found on a page is later than that",
        HelpName = "DATE",
        CustomParser = ParseDate,
    };

    private readonly Option<string?> _uri = new("--uri") { Description = "Where the page was captured from; for a single file", HelpName = "URI" };

    private readonly Option<string?> _mediaType = new("--media-type")
    {
        Description = "What the captures are, where their bytes leave that open: text/html or text/plain",
        HelpName = "TYPE",
    };

    private readonly Option<IReadOnlySet<int>> _status = new("--status")
    {
        Description = "HTTP status codes whose responses are pages, in captures that have them: 200 unless given",
        HelpName = "CODE[,CODE]",
        DefaultValueFactory = static _ => CaptureReaderOptions.Default.Statuses,
        CustomParser = ParseStatuses,
    };

    private readonly Option<bool> _strict = new("--strict") { Description = "Records that are not as their format demands fail; without it they are read as far as they make sense, with a warning" };

    private readonly Option<bool> _textFiles = new("--text-files") { Description = "For captures that hold many pages: a file NAME.pages/OFFSET.clean.txt for each instead of NAME.wet.gz" };

    private readonly Option<CaptureSlice?> _slice = new("--slice")
    {
        Description = "Scrub one slice of a WARC, WACZ or ZIP file, as archivescrub slice prints them; when all are done, a run without --slice joins them",
        HelpName = "OFFSET+LENGTH",
        CustomParser = ParseSlice,
    };

    public ScrubCommand(Terminal terminal, Interruption interruption)
        : base("scrub", "Scrubs captures. What is done already is left alone; a run that was stopped goes on where it was.")
    {
        _terminal = terminal;
        _interruption = interruption;
        _text.AcceptOnlyFromAmong("full", "body");
        Add(_paths);
        foreach (var option in new Option[] { _output, _quarantine, _stdout, _jobs, _force, _text, _profiles, _capturedAt, _uri, _mediaType, _status, _strict, _textFiles, _slice })
        {
            Add(option);
        }

        SetAction((parsed, _) => RunAsync(Settings(parsed)));
    }

    /// <inheritdoc/>
    public string Examples =>
        """
        Examples:
          archivescrub scrub captures --output out
              every file in the folder captures; out/a/b.html.clean.txt comes of captures/a/b.html
          archivescrub scrub page.html --output out --uri https://example.org/page --captured-at 2020-02-12
              one page, and what is known of it
          archivescrub scrub captures --output out --profiles auto
              learn what repeats on the pages of each site first; see 'archivescrub learn'
          curl -s https://example.org/ | archivescrub scrub - --stdout | less
              from standard input to standard output

        Exit code:
          0    all captures are scrubbed, or were already
          1    some are in quarantine, or could not be read or written
          2    the command line is wrong, or the output folder cannot be written to; nothing was done
          130  interrupted: the first Ctrl-C finishes what is under way, the second stops at once
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

    private static int ParseJobs(ArgumentResult result)
    {
        if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var jobs) && jobs > 0)
        {
            return jobs;
        }

        result.AddError($"--jobs takes a number of 1 or more, not {result.Tokens[0].Value}.");
        return 1;
    }

    private static SortedSet<int>? ParseStatuses(ArgumentResult result)
    {
        var statuses = new SortedSet<int>();
        foreach (var code in result.Tokens[0].Value.Split(','))
        {
            if (!int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var status) || status is < 100 or > 999)
            {
                result.AddError($"--status takes HTTP status codes such as 200,404, not {result.Tokens[0].Value}.");
                return null;
            }

            statuses.Add(status);
        }

        return statuses;
    }

    private static CaptureSlice? ParseSlice(ArgumentResult result)
    {
        var parts = result.Tokens[0].Value.Split('+');
        if (parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length > 0)
        {
            return new CaptureSlice(offset, length);
        }

        result.AddError($"--slice takes OFFSET+LENGTH, as archivescrub slice prints them, not {result.Tokens[0].Value}.");
        return null;
    }

    private ScrubSettings Settings(ParseResult parsed)
    {
        var settings = new ScrubSettings
        {
            Paths = parsed.GetRequiredValue(_paths),
            Output = parsed.GetValue(_output),
            Quarantine = parsed.GetValue(_quarantine),
            ToStandardOutput = parsed.GetValue(_stdout),
            Jobs = parsed.GetValue(_stdout) ? 1 : parsed.GetValue(_jobs),
            Force = parsed.GetValue(_force) || parsed.GetValue(_stdout),
            Text = parsed.GetValue(_text) == "body" ? TextScope.Body : TextScope.Full,
            Profiles = parsed.GetValue(_profiles) ?? [],
            CapturedAt = parsed.GetValue(_capturedAt),
            Uri = parsed.GetValue(_uri),
            MediaType = parsed.GetValue(_mediaType),
            Statuses = parsed.GetRequiredValue(_status),
            Strict = parsed.GetValue(_strict),
            TextFiles = parsed.GetValue(_textFiles),
            Slice = parsed.GetValue(_slice),
        };
        return settings switch
        {
            { Output: null, ToStandardOutput: false } => throw new UsageException("say where the results go: --output DIR, or --stdout"),
            { Uri: { } uri } when !Uri.TryCreate(uri, UriKind.Absolute, out _) => throw new UsageException($"--uri {uri} is not an absolute URI"),
            { MediaType: { } type } when !MediaTypeHeaderValue.TryParse(type, out _) => throw new UsageException($"--media-type {type} is not a media type"),
            { Slice: not null, Output: null } => throw new UsageException("--slice writes a part of the results: say where it goes with --output DIR"),
            _ => settings,
        };
    }

    private async Task<int> RunAsync(ScrubSettings settings)
    {
        using var folders = new ResultFolders(settings.Output, settings.Quarantine);
        Containers.RefuseSame(settings.Paths, folders.Paths);
        using var sources = await CaptureSources.OpenAsync(settings.Paths, folders.Paths, _terminal.Input, _interruption.Stop);
        if (settings.Uri is not null && !sources.IsOneFile)
        {
            throw new UsageException("--uri says where one page was captured from: give one file");
        }

        if (settings.Slice is not null && !sources.IsOneFile)
        {
            throw new UsageException("--slice is a stretch of one file: give one");
        }

        var known = ProfileFiles.Read(settings.Profiles.Where(static file => file != ScrubSettings.LearnFirst));
        await folders.OpenAsync(_interruption.Stop);
        var reader = new CaptureReader(options: new CaptureReaderOptions { Mode = settings.Strict ? ReadingMode.Strict : ReadingMode.Lenient, Statuses = settings.Statuses });
        var deliveries = sources.Deliveries().Select(delivery => delivery with
        {
            CapturedAt = settings.CapturedAt,
            MediaType = settings.MediaType,
            TargetUri = settings.Uri,
            Slice = settings.Slice,
        });
        var profiles = settings.Profiles.Contains(ScrubSettings.LearnFirst)
            ? await LearnAsync(new LearnRun(reader, new ProfileLearner(), settings.Jobs), deliveries, known, folders.Results)
            : known;
        var results = settings.ToStandardOutput ? new StandardOutputStore(_terminal.Output, folders.Results) : folders.Results;
        var report = new RunReport(_terminal, folders.QuarantinePath);
        using var job = new ScrubJob(
            reader,
            new Scrubber(new ScrubOptions { Text = settings.Text, Profiles = profiles }),
            results,
            folders.Quarantine,
            new ScrubJobOptions
            {
                Force = settings.Force,
                Host = Environment.MachineName,
                PageDone = report.TakePage,
                TextFiles = settings.TextFiles || settings.ToStandardOutput,
                TextsOnly = settings.ToStandardOutput && settings.Output is null,
                Workers = settings.Jobs,
            },
            _terminal.Clock);

        var isListed = true;
        try
        {
            using var told = _interruption.Stop.Register(() => _terminal.Tell("Finishing what is under way; interrupt again to stop at once."));
            await report.ShowAsync(deliveries, show => new ScrubRun(job, settings.Jobs).RunAsync(deliveries, show, _interruption.Stop));
        }
        catch (StoreException e)
        {
            isListed = false;
            _terminal.Tell($"archivescrub: {e.Message}");
        }

        report.Summarize(_interruption.Stop.IsCancellationRequested);
        return _interruption.Stop.IsCancellationRequested ? ExitCode.Interrupted
            : isListed && report.IsComplete ? ExitCode.Ok
            : ExitCode.Incomplete;
    }

    /// <summary>
    /// Learns from all captures before the first is scrubbed, so that no result depends on order or on the number of
    /// jobs, and keeps what was learned beside the results: manifests name it by its digest.
    /// </summary>
    private async Task<SiteProfiles> LearnAsync(LearnRun run, IAsyncEnumerable<Delivery> deliveries, SiteProfiles known, IResultStore results)
    {
        // What cannot be read will be reported when it is scrubbed. Of a slice the whole capture is read: its slices get one profile.
        await run.RunAsync(deliveries, static (_, _) => { }, _interruption.Stop);
        var profiles = run.Learner.ToProfiles(known);
        await results.WriteAsync(LearnedName, ResultContent.FromBytes(ResultForm.Profiles.MediaType, profiles.Serialize()), _interruption.Stop);
        _terminal.Tell(FormattableString.Invariant($"Learned {profiles.Sites:N0} sites from {profiles.Pages:N0} pages"));
        return profiles;
    }
}
