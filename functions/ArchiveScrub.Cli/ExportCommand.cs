using System.CommandLine;
using System.Text;
using ArchiveScrub.Storage;

namespace ArchiveScrub.Cli;

/// <summary><c>archivescrub export</c>: what manifests say, in vocabularies of others.</summary>
internal sealed class ExportCommand : Command, IHasExamples
{
    private readonly Terminal _terminal;
    private readonly Interruption _interruption;

    private readonly Argument<string> _path = new("PATH") { Description = "A manifest with its clean text beside it, or a folder of results" };

    private readonly Option<string> _format = new("--format", "-f")
    {
        Description = "prov: W3C PROV-JSON; premis: PREMIS 3 XML; annotations: W3C Web Annotations; cdxj: index of web archives; jsonl: a flat line a page, for tables",
        Required = true,
    };

    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "File to write to, or a folder: then prov, premis and annotations give a file a page. Standard output unless given",
        HelpName = "PATH",
    };

    public ExportCommand(Terminal terminal, Interruption interruption)
        : base("export", "Says what manifests say in other vocabularies: a document a page, several pages a document a line.")
    {
        _terminal = terminal;
        _interruption = interruption;
        _format.AcceptOnlyFromAmong([.. ManifestExport.All.Select(static e => e.Format)]);
        Add(_path);
        Add(_format);
        Add(_output);
        SetAction((parsed, _) => RunAsync(parsed.GetRequiredValue(_path), ManifestExport.All.Single(e => e.Format == parsed.GetRequiredValue(_format)), parsed.GetValue(_output)));
    }

    /// <inheritdoc/>
    public string Examples =>
        """
        Examples:
          archivescrub export out --format jsonl -o pages.jsonl
          archivescrub export out --format cdxj -o clean.cdxj
          archivescrub export out/page.html.manifest.json --format prov
          mkdir premis; archivescrub export out --format premis -o premis
              premis/page.html.premis.xml comes of out/page.html.manifest.json

        Exit code:
          0    everything was exported
          1    some results do not agree or could not be read, or the output could not be written
          2    the command line is wrong
        """;

    private async Task<int> RunAsync(string path, ManifestExport export, string? output)
    {
        var results = await ResultPath.OpenAsync(path, _interruption.Stop);
        var folder = Directory.Exists(output) ? output : null;
        if (folder is not null && export.Suffix.Length == 0)
        {
            throw new UsageException($"{output} is a folder: {export.Format} gives one file for all pages");
        }

        await using var file = folder is null ? OutputFile.Open(output, _terminal) : null;
        var sorted = new SortedSet<string>(StringComparer.Ordinal); // by UTF-16; keys are ASCII
        var (pages, without, exitCode) = (0, 0, ExitCode.Ok);
        await foreach (var page in results.Pages(_interruption.Stop))
        {
            pages++;
            try
            {
                var (manifest, cleanText) = page.Read();
                var text = export.Write(page.Name, manifest, cleanText);
                without += text is null ? 1 : 0;
                await WriteAsync(page, text, export, sorted, file, folder);
            }
            catch (InvalidDataException e)
            {
                _terminal.Tell($"not exported: {e.Message}");
                exitCode = ExitCode.Incomplete;
            }
        }

        foreach (var line in sorted)
        {
            await file!.Stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"), _interruption.Stop);
        }

        if (without > 0)
        {
            _terminal.Tell($"Without an address or a capture date, and so without a line: {without}");
        }

        if (pages == 0)
        {
            _terminal.Tell("No results found.");
            exitCode = ExitCode.Incomplete;
        }

        return exitCode;
    }

    private async Task WriteAsync(StoredPage page, string? text, ManifestExport export, SortedSet<string> sorted, OutputFile? file, string? folder)
    {
        if (text is null)
        {
            return;
        }

        if (export.IsSorted)
        {
            sorted.Add(text);
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(text + "\n");
        if (folder is null)
        {
            await file!.Stream.WriteAsync(bytes, _interruption.Stop);
            return;
        }

        // The names are those of files in the folder of results.
        var path = Path.Combine(folder, page.Name + export.Suffix);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var own = OutputFile.Open(path, _terminal);
        await own.Stream.WriteAsync(bytes, _interruption.Stop);
    }
}
