using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace ArchiveScrub.Cli;

/// <summary><c>archivescrub compare</c>: what changed between two scrubs of the same captures.</summary>
internal sealed class CompareCommand : Command, IHasExamples
{
    private readonly Terminal _terminal;
    private readonly Interruption _interruption;

    private readonly Argument<string> _old = new("OLD") { Description = "A folder of results, or a manifest" };

    private readonly Argument<string> _new = new("NEW") { Description = "Results of the same captures by another version" };

    private readonly Option<int> _samples = new("--samples")
    {
        Description = "How many samples are shown of each change",
        HelpName = "N",
        DefaultValueFactory = static _ => 3,
        CustomParser = ParseSamples,
    };

    private readonly Option<bool> _json = new("--json") { Description = "Print all changes as JSON, a line a page that changed" };

    public CompareCommand(Terminal terminal, Interruption interruption)
        : base("compare", "Says what changed between two scrubs of the same captures: blocks that flipped, by rule, with samples.")
    {
        _terminal = terminal;
        _interruption = interruption;
        foreach (var argument in new[] { _old, _new })
        {
            Add(argument);
        }

        Add(_samples);
        Add(_json);
        SetAction((parsed, _) => RunAsync(parsed));
    }

    /// <inheritdoc/>
    public string Examples =>
        """
        Examples:
          archivescrub compare out-1.0 out-1.1
          archivescrub compare out-1.0 out-1.1 --samples 20 > changes.txt
          archivescrub compare out-1.0 out-1.1 --json | jq -r 'select(.cleanTextChanged) | .name'

        Exit code:
          0    nothing changed
          1    something changed
          2    the command line is wrong
          3    some results do not agree or could not be read, and were not compared
        """;

    private static int ParseSamples(ArgumentResult result)
    {
        if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var samples))
        {
            return samples;
        }

        result.AddError($"--samples takes a number, not {result.Tokens[0].Value}.");
        return 0;
    }

    private async Task<int> RunAsync(ParseResult parsed)
    {
        var before = await ResultPath.OpenAsync(parsed.GetRequiredValue(_old), _interruption.Stop);
        var after = await ResultPath.OpenAsync(parsed.GetRequiredValue(_new), _interruption.Stop);
        if (before.IsOne != after.IsOne)
        {
            throw new UsageException("compare two folders, or two manifests");
        }

        var report = new ComparisonReport(_terminal, parsed.GetValue(_samples), parsed.GetValue(_json));
        await foreach (var (old, now) in PairedPages.OfAsync(before, after, _interruption.Stop))
        {
            if (old is null || now is null)
            {
                report.TakeSingle((old ?? now)!.Name, isOld: now is null);
                continue;
            }

            try
            {
                var (one, other) = (old.Read(), now.Read());
                report.Take(old.Name, ManifestComparer.Compare(one.Manifest, one.CleanText, other.Manifest, other.CleanText));
            }
            catch (InvalidDataException e)
            {
                report.TakeFailure(e.Message);
            }
        }

        return report.Summarize();
    }
}
