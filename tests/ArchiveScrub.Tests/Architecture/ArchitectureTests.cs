using System.Runtime.CompilerServices;
using Xunit;
using Xunit.Abstractions;

namespace ArchiveScrub.Tests.Architecture;

/// <summary>The layout that DESIGN.md and the README describe is the layout that the code has.</summary>
public sealed class ArchitectureTests(ITestOutputHelper output)
{
    private const int MostLines = 500;
    private const int ManyLines = 300;
    private const string Library = "functions/ArchiveScrub/";

    /// <summary>Each depends on those before it only. <c>Scrubber</c> and what stands beside it know them all.</summary>
    private static readonly string[] Folders = ["Text", "Timestamps", "Credits", "Captures", "Blocks", "Chrome", "Datelines", "Provenance"];

    /// <summary>What code must not use where, why, and the files that may.</summary>
    private static readonly (string Api, string Folder, string Reason, string[] Except)[] Banned =
    [
        ("DateTime.Now", "functions", "time comes from a TimeProvider", []),
        ("DateTime.UtcNow", "functions", "time comes from a TimeProvider", []),
        ("DateTime.Today", "functions", "time comes from a TimeProvider", []),
        ("DateTimeOffset.Now", "functions", "time comes from a TimeProvider", []),
        ("DateTimeOffset.UtcNow", "functions", "time comes from a TimeProvider", []),
        ("TimeZoneInfo.Local", "functions", "results do not depend on the machine", []),
        ("Encoding.Default", "functions", "every charset is named", []),
        ("CurrentCulture", "functions", "results do not depend on the culture", []),
        ("CurrentUICulture", "functions", "results do not depend on the culture", []),
        (".ToLower()", "functions", "it depends on the culture", []),
        (".ToUpper()", "functions", "it depends on the culture", []),
        ("HtmlDocument.Load(", "functions", "payloads are decoded by us before a parser sees them", []),
        ("Thread.Sleep(", "functions", "nothing waits blindly", []),
        ("GC.Collect(", "functions", "memory is bounded by design", []),
        (".IsNormalized(", Library, "it follows the machine's ICU: use Nfc", []),
        (".Normalize(NormalizationForm", Library, "it follows the machine's ICU: use Nfc", []),
        (".Normalize()", Library, "it follows the machine's ICU: use Nfc", []),
        ("TimeProvider.System", Library, "the library knows no clock", []),
        ("Guid.NewGuid(", Library, "results are the same every time", []),
        ("Random", Library, "results are the same every time", []),
        ("Environment.", Library, "results do not depend on the machine", []),
        ("HttpClient", Library, "nothing is fetched", []),
        ("File.", Library, "no I/O but streams", []),
        ("Directory.", Library, "no I/O but streams", []),
        ("Process.Start", "functions", "nothing is executed", []),
        ("Console.", Library, "the library says nothing", []),
    ];

    [Fact]
    public void Folders_depend_to_the_left_only()
    {
        var homes = Homes();
        var wrong = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var type in typeof(Scrubber).Assembly.GetTypes())
        {
            if (Home(type, homes) is not { } home)
            {
                continue;
            }

            foreach (var used in UsedTypes.Of(type))
            {
                if (used.Assembly == type.Assembly && Home(used, homes) is var other && (other is null ? IsAtTheTop(used) : Array.IndexOf(Folders, other) > Array.IndexOf(Folders, home)))
                {
                    wrong.Add($"{home}: {type.FullName} uses {used.FullName} of {other ?? "the top"}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Only_known_folders_stand_in_the_library()
    {
        var found = Repository.Sources(Library).Select(static s => s.Path[Library.Length..]).Where(static p => p.Contains('/')).Select(static p => p.Split('/')[0]).Distinct(StringComparer.Ordinal);

        Assert.Empty(found.Except(Folders, StringComparer.Ordinal));
    }

    [Fact]
    public void Namespace_is_that_of_the_folder_or_the_public_one()
    {
        foreach (var source in Repository.Sources(Library))
        {
            var folders = source.Path.Split('/')[2..^1];
            var expected = string.Join('.', folders.Prepend("ArchiveScrub"));
            var actual = source.Lines.First(static l => l.StartsWith("namespace ", StringComparison.Ordinal))["namespace ".Length..].TrimEnd(';');
            Assert.True(actual == expected || actual == "ArchiveScrub", $"{source.Path}: namespace {actual}");
        }
    }

    [Fact]
    public void No_source_file_is_long()
    {
        foreach (var source in Repository.Sources("functions").Concat(Repository.Sources("tests")))
        {
            if (source.Lines.Length > ManyLines)
            {
                output.WriteLine($"{source.Path}: {source.Lines.Length} lines; {ManyLines} are wanted, {MostLines} allowed");
            }

            Assert.True(source.Lines.Length <= MostLines, $"{source.Path} has {source.Lines.Length} lines");
        }
    }

    [Fact]
    public void Banned_apis_are_not_used()
    {
        var wrong = new List<string>();
        foreach (var (api, folder, reason, except) in Banned)
        {
            foreach (var source in Repository.Sources(folder))
            {
                if (!except.Contains(source.Name) && source.Code.Any(l => Names(l, api)))
                {
                    wrong.Add($"{source.Path} uses {api}: {reason}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>Whether the line uses the API by that name, not one whose name ends or goes on with it.</summary>
    private static bool Names(string line, string api)
    {
        for (var at = line.IndexOf(api, StringComparison.Ordinal); at >= 0; at = line.IndexOf(api, at + 1, StringComparison.Ordinal))
        {
            var end = at + api.Length;
            var goesOn = char.IsLetterOrDigit(api[^1]) && end < line.Length && char.IsLetterOrDigit(line[end]);
            if (!goesOn && (at == 0 || api[0] == '.' || !char.IsLetterOrDigit(line[at - 1])) && line[..at].Count(static c => c == '"') % 2 == 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The folder of every type that has one, by name; a type is named like its file.</summary>
    private static Dictionary<string, string> Homes()
    {
        var homes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var source in Repository.Sources(Library))
        {
            var parts = source.Path[Library.Length..].Split('/');
            if (parts.Length > 1 && source.Lines.Contains("namespace ArchiveScrub;"))
            {
                homes.Add(source.Name, parts[0]);
            }
        }

        return homes;
    }

    private static string? Home(Type type, Dictionary<string, string> homes)
    {
        var outer = type;
        while (outer.DeclaringType is { } declaring)
        {
            outer = declaring;
        }

        var name = outer.Name.Split('`')[0];
        return outer.Namespace switch
        {
            "ArchiveScrub" => homes.GetValueOrDefault(name),
            { } ns when ns.StartsWith("ArchiveScrub.", StringComparison.Ordinal) => ns.Split('.')[1],
            _ => null,
        };
    }

    private static bool IsAtTheTop(Type type) => type.Namespace == "ArchiveScrub" && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) && File.Exists(Path.Combine(Repository.Root, Library, type.Name + ".cs"));
}
