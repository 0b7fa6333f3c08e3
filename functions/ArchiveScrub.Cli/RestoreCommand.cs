using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;

namespace ArchiveScrub.Cli;

/// <summary><c>archivescrub restore</c>: what a page said before it was scrubbed, from manifest and clean text alone.</summary>
internal sealed class RestoreCommand : Command, IHasExamples
{
    private readonly Terminal _terminal;
    private readonly Interruption _interruption;

    private readonly Argument<string> _path = new("MANIFEST") { Description = "A manifest with its clean text beside it, or a folder of results" };

    private readonly Option<HashSet<Kind>?> _keep = new("--keep")
    {
        Description = "Print the clean text with blocks of these kinds put back where they stood, not the linear text: caption,comment",
        HelpName = "KINDS",
        CustomParser = ParseKinds,
    };

    private readonly Option<string?> _output = new("--output", "-o") { Description = "File to write to; standard output unless given", HelpName = "FILE" };

    public RestoreCommand(Terminal terminal, Interruption interruption)
        : base("restore", "Prints what a page said before it was scrubbed, or the clean text with some kinds of blocks put back. The capture is not needed.")
    {
        _terminal = terminal;
        _interruption = interruption;
        Add(_path);
        Add(_keep);
        Add(_output);
        SetAction((parsed, _) => RunAsync(parsed));
    }

    /// <inheritdoc/>
    public string Examples =>
        """
        Examples:
          archivescrub restore out/page.html.manifest.json
              the linear text: its SHA-256 is result.linear.sha256 of the manifest
          archivescrub restore out/page.html.manifest.json --keep caption,comment
              the clean text, with captions and comments

        Several pages are separated by a form feed on a line of its own. A page whose manifest and clean text do not
        agree is not printed.

        Exit code:
          0    everything was restored
          1    something does not agree, or could not be read or written
          2    the command line is wrong
        """;

    private static HashSet<Kind>? ParseKinds(ArgumentResult result)
    {
        var kinds = new HashSet<Kind>();
        foreach (var name in result.Tokens[0].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Kinds.TryParse(name, out var kind))
            {
                result.AddError($"{name} is no kind: {string.Join(", ", Kinds.All.Select(Kinds.Name))}");
                return null;
            }

            kinds.Add(kind);
        }

        return kinds;
    }

    private async Task<int> RunAsync(ParseResult parsed)
    {
        var results = await ResultPath.OpenAsync(parsed.GetRequiredValue(_path), _interruption.Stop);
        await using var output = OutputFile.Open(parsed.GetValue(_output), _terminal);
        var (isFollowing, endsWithLine, exitCode) = (false, true, ExitCode.Ok);
        await foreach (var page in results.Pages(_interruption.Stop))
        {
            try
            {
                var (manifest, cleanText) = page.Read();
                var text = parsed.GetValue(_keep) is { } kinds
                    ? ManifestRestorer.RestoreKinds(manifest, cleanText, kinds)
                    : ManifestRestorer.RestoreLinear(manifest, cleanText);
                var separator = !isFollowing ? "" : endsWithLine ? "\f\n" : "\n\f\n";
                await output.Stream.WriteAsync(Encoding.UTF8.GetBytes(separator + text), _interruption.Stop);
                (isFollowing, endsWithLine) = (true, text.Length == 0 || text[^1] == '\n');
            }
            catch (InvalidDataException e)
            {
                _terminal.Tell($"not restored: {e.Message}");
                exitCode = ExitCode.Incomplete;
            }
        }

        if (!isFollowing && exitCode == ExitCode.Ok)
        {
            _terminal.Tell("No results found.");
            exitCode = ExitCode.Incomplete;
        }

        return exitCode;
    }
}
