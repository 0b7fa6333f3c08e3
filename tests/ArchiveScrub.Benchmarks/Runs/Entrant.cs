using System.Globalization;
using System.Text.Json;
using ArchiveScrub.Benchmarks.Measuring;
using ArchiveScrub.Benchmarks.Pages;

namespace ArchiveScrub.Benchmarks.Runs;

/// <summary>A contestant as the runner knows it: a program that measures it.</summary>
/// <param name="Name">Its name in tables.</param>
/// <param name="IsPeer">Whether it is a program of others that may be missing.</param>
/// <param name="Program">The program, and what it wants to be told first; builds or installs it where it must.</param>
internal sealed record Entrant(string Name, bool IsPeer, Func<(string File, string[] Arguments)> Program)
{
    /// <summary>ArchiveScrub on HTML pages.</summary>
    public static Entrant Scrub { get; } = Own("ArchiveScrub", OwnContestants.Html);

    /// <summary>ArchiveScrub on text captures.</summary>
    public static Entrant ScrubText { get; } = Own("ArchiveScrub", OwnContestants.Text);

    /// <summary>HtmlAgilityPack's parse alone.</summary>
    public static Entrant Parse { get; } = Own("HtmlAgilityPack, parse only", OwnContestants.Parse);

    /// <summary>Reading and decoding alone.</summary>
    public static Entrant Read { get; } = Own("read and decode only", OwnContestants.Read);

    /// <summary>What a user of .NET would pick.</summary>
    public static Entrant SmartReader { get; } = new("SmartReader", true, static () =>
    {
        const string Project = "ArchiveScrub.Benchmarks.SmartReader";
        ChildProcess.Run("dotnet", ["build", Repository.PathTo("tests", Project), "--configuration", "Release", "--verbosity", "quiet"]);
        return ("dotnet", [Repository.PathTo("artifacts", "bin", Project, "release", Project + ".dll")]);
    });

    /// <summary>What a user of JavaScript would pick, and the origin of most others.</summary>
    public static Entrant Readability { get; } = new("@mozilla/readability, jsdom", true, static () =>
    {
        var folder = Repository.PathTo("tests", "ArchiveScrub.Benchmarks", "readability");
        ChildProcess.Run("npm", ["ci", "--prefix", folder, "--no-audit", "--no-fund", "--loglevel=error"]);
        return ("node", [Path.Combine(folder, "measure.mjs")]);
    });

    /// <summary>Measures it in a process of its own.</summary>
    /// <exception cref="InvalidOperationException">It cannot be built, installed or run here.</exception>
    public Measurement Measure(PageFolder pages, int passes, TimeSpan limit)
    {
        var (file, arguments) = Program();
        var output = ChildProcess.Run(file, [.. arguments, pages.List, passes.ToString(CultureInfo.InvariantCulture), ((int)limit.TotalSeconds).ToString(CultureInfo.InvariantCulture)]);
        return JsonSerializer.Deserialize<Measurement>(output)!;
    }

    private static Entrant Own(string name, string contestant) => new(name, false, () => (OwnProgram.File, [.. OwnProgram.Arguments, OwnContestants.Command, contestant]));
}
