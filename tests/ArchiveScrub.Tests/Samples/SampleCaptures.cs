using System.Text.Json;
using ArchiveScrub.Tests.Architecture;

namespace ArchiveScrub.Tests.Samples;

/// <summary>The sample captures of <c>tests/captures</c>, and what the scrubber makes of them.</summary>
internal static class SampleCaptures
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "captures");

    /// <summary>Where stands what must come out; not among the captures, for then it would be scrubbed with them.</summary>
    public static string Expected { get; } = Path.Combine(Repository.Root, "tests", "expected");

    /// <summary>File names, sorted.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Directory.EnumerateFiles(Folder).Select(static f => Path.GetFileName(f)).Order(StringComparer.Ordinal),
    ];

    private static readonly Lazy<Dictionary<string, ScrubbedCapture>> Scrubbed = new(static () =>
        Names.ToDictionary(static n => n, Scrub, StringComparer.Ordinal));

    public static ScrubbedCapture Get(string name) => Scrubbed.Value[name];

    /// <summary>What must come out, by capture.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Expectations()
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Expected, "expectations.json")));
        return file.RootElement.Clone().EnumerateObject().ToDictionary(static p => p.Name, static p => p.Value, StringComparer.Ordinal);
    }

    private static ScrubbedCapture Scrub(string name)
    {
        using var stream = File.OpenRead(Path.Combine(Folder, name));
        var page = new CaptureReader().ReadAsync(stream, new CaptureDescription("captures", name)).ToBlockingEnumerable().Single();
        return new ScrubbedCapture(page, new Scrubber().Scrub(page));
    }
}

/// <summary>A sample capture's page and what came out of it.</summary>
internal sealed record ScrubbedCapture(Page Page, ScrubResult Result);
