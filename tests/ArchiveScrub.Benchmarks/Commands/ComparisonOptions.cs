using System.CommandLine;
using ArchiveScrub.Benchmarks.Runs;

namespace ArchiveScrub.Benchmarks.Commands;

/// <summary>What a comparison is told on the command line.</summary>
internal sealed class ComparisonOptions
{
    private readonly Argument<string> _pages = new("PAGES") { Description = "A folder of HTML pages: .html and .html.gz" };
    private readonly Option<string?> _text = new("--text") { Description = "A folder of text captures: .txt and .txt.gz", HelpName = "FOLDER" };
    private readonly Option<int> _every = new("--every") { Description = "Contestants get every Nth page", HelpName = "N", DefaultValueFactory = static _ => 1 };
    private readonly Option<int> _passes = new("--passes") { Description = "How often each page is measured", HelpName = "N", DefaultValueFactory = static _ => 3 };
    private readonly Option<int> _limit = new("--limit") { Description = "Seconds after which a contestant begins no further pass", HelpName = "SECONDS", DefaultValueFactory = static _ => 100 };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_pages);
        foreach (var option in new Option[] { _text, _every, _passes, _limit })
        {
            command.Add(option);
        }
    }

    /// <summary>The folder of pages.</summary>
    public string Pages(ParseResult parsed) => parsed.GetRequiredValue(_pages);

    /// <summary>Runs the comparison.</summary>
    public Comparison Run(ParseResult parsed, TextWriter log) => Comparison.Run(
        Pages(parsed),
        parsed.GetValue(_text),
        Math.Max(1, parsed.GetValue(_every)),
        Math.Max(1, parsed.GetValue(_passes)),
        TimeSpan.FromSeconds(parsed.GetValue(_limit)),
        log);
}
