using ArchiveScrub.Benchmarks.Contestants;
using ArchiveScrub.Benchmarks.Measuring;

namespace ArchiveScrub.Benchmarks.Runs;

/// <summary>The contestants that this program itself measures, by the name that the process which does it is given.</summary>
internal static class OwnContestants
{
    /// <summary>The command that measures.</summary>
    public const string Command = "measure";

    /// <summary>ArchiveScrub on HTML.</summary>
    public const string Html = "html";

    /// <summary>ArchiveScrub on text captures.</summary>
    public const string Text = "text";

    /// <summary>HtmlAgilityPack's parse.</summary>
    public const string Parse = "parse";

    /// <summary>Reading and decoding.</summary>
    public const string Read = "read";

    /// <summary>Measures one: see <see cref="MeasuringLoop.Run"/>.</summary>
    public static void Measure(string name, string list, int passes, TimeSpan limit, TextWriter output)
    {
        var (contestant, version) = Create(name);
        MeasuringLoop.Run(contestant, version, list, passes, limit, output);
    }

    private static (Contestant Contestant, string Version) Create(string name) => name switch
    {
        Html => (new ScrubContestant(PageFormat.Html), Scrubber.Version),
        Text => (new ScrubContestant(PageFormat.Text), Scrubber.Version),
        Parse => (new ParseContestant(), typeof(HtmlAgilityPack.HtmlDocument).Assembly.GetName().Version!.ToString(3)),
        Read => (new ReadContestant(), Environment.Version.ToString()),
        _ => throw new ArgumentException($"There is no contestant {name}.", nameof(name)),
    };
}
