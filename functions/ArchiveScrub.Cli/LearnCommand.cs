using System.CommandLine;
using ArchiveScrub.Storage;

namespace ArchiveScrub.Cli;

/// <summary><c>archivescrub learn</c>: captures in, a file of site profiles out.</summary>
internal sealed class LearnCommand : Command, IHasExamples
{
    private readonly Terminal _terminal;
    private readonly Interruption _interruption;

    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Files, folders (with all folders in them), or - for standard input",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string> _output = new("--output", "-o")
    {
        Description = "The file to write; what is there is replaced",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<string[]> _profiles = new("--profiles")
    {
        Description = "Profiles that were learned before; what they know is added. May be given several times",
        HelpName = "FILE",
    };

    private readonly Option<int> _jobs = new("--jobs", "-j")
    {
        Description = "How many captures are read at once; as many as there are processors unless given. It does not change the result",
        HelpName = "N",
        DefaultValueFactory = static _ => Environment.ProcessorCount,
        CustomParser = static result => Jobs.Parse(result),
    };

    public LearnCommand(Terminal terminal, Interruption interruption)
        : base("learn", "Learns which blocks repeat on the pages of each site, for 'scrub --profiles'. Fingerprints are kept, no text.")
    {
        _terminal = terminal;
        _interruption = interruption;
        Add(_paths);
        foreach (var option in new Option[] { _output, _profiles, _jobs })
        {
            Add(option);
        }

        SetAction((parsed, _) => RunAsync(parsed.GetValue(_paths) ?? [], parsed.GetRequiredValue(_output), parsed.GetValue(_profiles) ?? [], parsed.GetValue(_jobs)));
    }

    /// <inheritdoc/>
    public string Examples =>
        """
        Examples:
          archivescrub learn captures --output sites.json
          archivescrub scrub captures --output out --profiles sites.json
              learn first, then scrub with what was learned
          archivescrub learn --profiles may.json --profiles june.json --output both.json
              put two files together; the order does not matter

        Exit code:
          0    the file is written
          1    it is written, but some captures could not be read
          2    the command line is wrong, or the file cannot be written
          130  interrupted; nothing was written
        """;

    private async Task<int> RunAsync(string[] paths, string output, string[] files, int jobs)
    {
        if (paths.Length + files.Length == 0)
        {
            throw new UsageException("say what to learn from: captures, or --profiles FILE");
        }

        ProfileFiles.RequireWritable(output);
        var known = ProfileFiles.Read(files);
        using var sources = await CaptureSources.OpenAsync(paths, [], _terminal.Input, _interruption.Stop);
        var learner = new ProfileLearner();
        long captures = 0, failed = 0;
        await new LearnRun(new CaptureReader(), learner, jobs).RunAsync(
            sources.Deliveries(),
            (_, failure) =>
            {
                captures++;
                if (failure is not null)
                {
                    failed++;
                    _terminal.Tell($"not learned from: {failure}");
                }
            },
            _interruption.Stop);
        var profiles = learner.ToProfiles(known);
        await ProfileFiles.WriteAsync(output, profiles, _interruption.Stop);
        _terminal.Tell(FormattableString.Invariant($"Read {captures - failed:N0} captures; {output} knows {profiles.Sites:N0} sites by {profiles.Pages:N0} pages"));
        return failed == 0 ? ExitCode.Ok : ExitCode.Incomplete;
    }
}
