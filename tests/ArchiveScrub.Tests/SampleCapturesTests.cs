using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace ArchiveScrub.Tests;

/// <summary>The sample captures and what is said of them belong together.</summary>
public sealed partial class SampleCapturesTests
{
    private static readonly Dictionary<string, string> Charsets = new(StringComparer.Ordinal)
    {
        ["russian-wire.html"] = "windows-1251",
        ["chinese-news.html"] = "gb18030",
        ["polish-service.txt"] = "utf-16",
    };

    [Fact]
    public void Every_capture_has_a_row_in_the_readme_and_its_expectations()
    {
        var readme = File.ReadAllText(Path.Combine(Folder(), "README.md"));
        var expected = Expectations().Select(e => e.Name).Order(StringComparer.Ordinal);
        var captures = Directory.EnumerateFiles(Folder()).Select(Path.GetFileName).OfType<string>()
            .Where(n => n.EndsWith(".html", StringComparison.Ordinal) || n.EndsWith(".txt", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();

        Assert.Equal(captures, expected);
        Assert.All(captures, name => Assert.Contains($"| `{name}` |", readme, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_expected_piece_of_text_stands_in_its_capture()
    {
        foreach (var (name, expectation) in Expectations())
        {
            var text = VisibleText(name);
            var pieces = expectation.GetProperty("keep").EnumerateArray().Concat(expectation.GetProperty("drop").EnumerateArray()).Append(expectation.GetProperty("title"));
            Assert.All(pieces, piece => Assert.Contains(piece.GetString()!, text, StringComparison.Ordinal));
        }
    }

    private static List<(string Name, JsonElement Expectation)> Expectations()
    {
        using var file = File.OpenRead(Path.Combine(Folder(), "expectations.json"));
        return [.. JsonDocument.Parse(file).RootElement.EnumerateObject().Select(p => (p.Name, p.Value))];
    }

    /// <summary>A rough reading, independent of the segmenters.</summary>
    private static string VisibleText(string name)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(Charsets.GetValueOrDefault(name, "utf-8")) ?? Encoding.GetEncoding(Charsets.GetValueOrDefault(name, "utf-8"));
        var text = encoding.GetString(File.ReadAllBytes(Path.Combine(Folder(), name)));
        if (name.EndsWith(".html", StringComparison.Ordinal))
        {
            text = WebUtility.HtmlDecode(Markup().Replace(text, " "));
        }

        return Blanks().Replace(text, " ");
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ArchiveScrub.sln")))
        {
            folder = folder.Parent;
        }

        Assert.NotNull(folder);
        return Path.Combine(folder.FullName, "tests", "captures");
    }

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Markup();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();
}
