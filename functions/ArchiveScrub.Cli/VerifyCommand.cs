using System.CommandLine;
using ArchiveScrub.Storage;

namespace ArchiveScrub.Cli;

/// <summary><c>archivescrub verify</c>: results checked against each other and against their captures.</summary>
internal sealed class VerifyCommand : Command, IHasExamples
{
    private readonly Terminal _terminal;
    private readonly Interruption _interruption;

    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Manifests, or folders of results (with all folders in them)",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _captures = new("--captures")
    {
        Description = "Folder or container of the captures, or the folder above: level 2, every capture is scrubbed again and must give the same bytes",
        HelpName = "DIR",
    };

    private readonly Option<string[]> _profiles = new("--profiles")
    {
        Description = "The site profiles that the captures were scrubbed with; what --profiles auto learned is learned.profiles.json beside the results. May be given several times",
        HelpName = "FILE",
    };

    private readonly Option<bool> _all = new("--all") { Description = "Print every difference, not only the first one of a page" };

    private readonly Option<int> _jobs = new("--jobs", "-j")
    {
        Description = "How many results are checked at once; as many as there are processors unless given",
        HelpName = "N",
        DefaultValueFactory = static _ => Environment.ProcessorCount,
        CustomParser = static result => Jobs.Parse(result),
    };

    public VerifyCommand(Terminal terminal, Interruption interruption)
        : base("verify", "Checks results: that manifest and clean text agree and give the whole page again, and, with --captures, that the captures give them.")
    {
        _terminal = terminal;
        _interruption = interruption;
        Add(_paths);
        foreach (var option in new Option[] { _captures, _profiles, _all, _jobs })
        {
            Add(option);
        }

        SetAction((parsed, _) => RunAsync(parsed));
    }

    /// <inheritdoc/>
    public string Examples =>
        """
        Examples:
          archivescrub verify out
              level 1: digests, hashes, canonical form; manifest and clean text together give the linear text
          archivescrub verify out --captures captures
              level 2 as well: captures are scrubbed again, and all comes out the same, byte for byte
          archivescrub verify out/page.html.manifest.json
          archivescrub verify blob:clean --captures blob:captures
              the same in containers of a storage account

        A second opinion (quality.secondOpinion, and the flag that it gives) is not asked for again: it is taken as it is
        recorded, all else is compared, and the summary says so.

        Standard output gets a line for each page where something is wrong: its name, and the first difference.

        Exit code:
          0    everything was checked and agrees
          1    something does not agree, or cannot be read, or there are no results
          2    the command line is wrong
          3    nothing is wrong, but some pages could not be checked against a capture: it is not there, or another
               version scrubbed it
          130  interrupted
        """;

    private async Task<int> RunAsync(ParseResult parsed)
    {
        var derivation = parsed.GetValue(_captures) is { } folder ? new Derivation(OpenCaptures(folder), ProfileFiles.Read(parsed.GetValue(_profiles) ?? [])) : null;
        var sources = new List<(ResultVerifier Verifier, IAsyncEnumerable<ResultEntry> Entries)>();
        foreach (var path in parsed.GetRequiredValue(_paths))
        {
            var results = await ResultPath.OpenAsync(path, _interruption.Stop);
            sources.Add((new ResultVerifier(results.Reader, derivation), results.Entries));
        }

        var report = new VerificationReport(_terminal, derivation is not null, parsed.GetValue(_all));
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = parsed.GetValue(_jobs), CancellationToken = _interruption.Stop };
        var turn = new Lock();
        await new Progress(_terminal, "verifying").ShowAsync(async () => await sources.ToAsyncEnumerable().SelectMany(static source => source.Entries).CountAsync(_interruption.Stop), done =>
            Parallel.ForEachAsync(
                sources.ToAsyncEnumerable().SelectMany(static source => source.Entries.Select(entry => (source.Verifier, Entry: entry))),
                parallel,
                async (work, cancellationToken) =>
                {
                    var pages = await VerifyAsync(work.Verifier, work.Entry, cancellationToken);
                    lock (turn)
                    {
                        report.Take(pages, work.Entry.Form);
                        done();
                    }
                }));
        return report.Summarize();
    }

    private static async Task<IReadOnlyList<PageVerification>> VerifyAsync(ResultVerifier verifier, ResultEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            return await verifier.VerifyAsync(entry, cancellationToken).ToListAsync(cancellationToken);
        }
        catch (StoreException e)
        {
            return [new PageVerification(entry.Name, VerificationStatus.Wrong, [e.Message])];
        }
    }

    private static ICaptureStore OpenCaptures(string folder) => ContainerAddress.IsAddress(folder) ? new BlobCaptureStore(Containers.Parse(folder).Container)
        : Directory.Exists(folder) ? new FolderCaptureStore(folder, name: null)
        : throw new UsageException($"there is no folder {folder}");
}
