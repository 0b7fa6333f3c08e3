using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ArchiveScrub.Storage;

namespace ArchiveScrub.Cli;

/// <summary><c>archivescrub watch</c>: scrubs what is in a folder or container and what comes into it, until it is stopped.</summary>
internal sealed class WatchCommand : Command, IHasExamples
{
    private readonly Terminal _terminal;
    private readonly Interruption _interruption;

    private readonly Option<string[]> _input = new("--input", "-i")
    {
        Description = "Folder or container (blob:NAME or its URL) that captures are dropped into; may be given several times",
        HelpName = "PLACE",
        Required = true,
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> _output = new("--output", "-o") { Description = "Folder or container for the results", HelpName = "PLACE", Required = true };

    private readonly Option<string?> _quarantine = new("--quarantine")
    {
        Description = "Folder or container for the records of captures that cannot be scrubbed; quarantine in the output folder, or beside the output container, unless given",
        HelpName = "PLACE",
    };

    private readonly Option<int> _jobs = new("--jobs", "-j")
    {
        Description = "How many captures are scrubbed at once; as many as there are processors unless given",
        HelpName = "N",
        DefaultValueFactory = static _ => Environment.ProcessorCount,
        CustomParser = static result => Jobs.Parse(result),
    };

    private readonly Option<int> _interval = new("--interval")
    {
        Description = "Seconds between two looks",
        HelpName = "SECONDS",
        DefaultValueFactory = static _ => 5,
        CustomParser = static result => ParseSeconds(result),
    };

    public WatchCommand(Terminal terminal, Interruption interruption)
        : base("watch", "Scrubs the captures in a folder or container and those that come into it, until it is interrupted: the deployed system on one machine.")
    {
        _terminal = terminal;
        _interruption = interruption;
        foreach (var option in new Option[] { _input, _output, _quarantine, _jobs, _interval })
        {
            Add(option);
        }

        SetAction((parsed, _) => RunAsync(parsed));
    }

    /// <inheritdoc/>
    public string Examples =>
        $"""
        Examples:
          archivescrub watch --input captures --output out
              a folder
          {ContainerAddress.ConnectionVariable}=UseDevelopmentStorage=true archivescrub watch --input blob:captures --output blob:clean
              containers of the storage emulator, or of the account of any connection string
          archivescrub watch --input https://ACCOUNT.blob.core.windows.net/captures --output https://ACCOUNT.blob.core.windows.net/clean
              containers of an account, as the user that is signed in

        A capture is scrubbed once a version. Where a store fails it is tried {CaptureWatch.MaxAttempts} times, then it goes to quarantine.

        Exit code:
          0    interrupted; what was under way is finished
          1    the captures cannot be listed any more
          2    the command line is wrong, or the output cannot be written to; nothing was done
        """;

    private static int ParseSeconds(ArgumentResult result)
    {
        if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > 0)
        {
            return seconds;
        }

        result.AddError($"--interval takes seconds, 1 or more, not {result.Tokens[0].Value}.");
        return 1;
    }

    private async Task<int> RunAsync(ParseResult parsed)
    {
        var inputs = parsed.GetRequiredValue(_input);
        using var folders = new ResultFolders(parsed.GetRequiredValue(_output), parsed.GetValue(_quarantine));
        Containers.RefuseSame(inputs, folders.Paths);
        if (inputs.FirstOrDefault(static input => !ContainerAddress.IsAddress(input) && !Directory.Exists(input)) is { } missing)
        {
            throw new UsageException($"there is no folder {missing}");
        }

        foreach (var input in inputs.Where(ContainerAddress.IsAddress))
        {
            await Containers.Parse(input).MakeAsync(_interruption.Stop);
        }

        using var sources = await CaptureSources.OpenAsync(inputs, folders.Paths, Stream.Null, _interruption.Stop);
        await folders.OpenAsync(_interruption.Stop);
        var options = new ScrubJobOptions { Host = Environment.MachineName, Workers = parsed.GetValue(_jobs) };
        var scrubber = new Scrubber();
        using var job = new ScrubJob(new CaptureReader(), scrubber, folders.Results, folders.Quarantine, options, _terminal.Clock);
        var poison = new PoisonJob(scrubber.Tool, folders.Results, folders.Quarantine, options, _terminal.Clock);
        var watch = new CaptureWatch(sources.Deliveries, TimeSpan.FromSeconds(parsed.GetValue(_interval)), _terminal.Clock);
        var report = new WatchReport(_terminal);
        _terminal.Tell($"Watching {string.Join(", ", inputs.Select(Shown))}; interrupt to stop.");
        try
        {
            await new ScrubRun((delivery, abort, stop) => ScrubAsync(job, poison, delivery, abort, stop), parsed.GetValue(_jobs)).RunAsync(
                watch.DeliverAsync(_interruption.Stop, report.Looked),
                outcome =>
                {
                    watch.Report(outcome);
                    report.Take(outcome);
                },
                _interruption.Stop);
        }
        catch (StoreException e)
        {
            _terminal.Tell($"archivescrub: {e.Message}");
            return ExitCode.Incomplete;
        }

        report.Summarize();
        return ExitCode.Ok;
    }

    /// <summary>What the platform does in the cloud: after the last try a capture is given up.</summary>
    private static async Task<ScrubOutcome> ScrubAsync(ScrubJob job, PoisonJob poison, Delivery delivery, CancellationToken abort, CancellationToken stop)
    {
        try
        {
            return await job.RunAsync(delivery, abort, stop);
        }
        catch (Exception e) when (e is not OperationCanceledException && delivery.Attempt == CaptureWatch.MaxAttempts)
        {
            return await poison.RunAsync(delivery, $"it failed {CaptureWatch.MaxAttempts} times, the last time so: {e.Message}", abort);
        }
    }

    /// <summary>An address without the signature that it may hold.</summary>
    private static string Shown(string input) => ContainerAddress.IsAddress(input) ? Containers.Parse(input).Text : input;
}
