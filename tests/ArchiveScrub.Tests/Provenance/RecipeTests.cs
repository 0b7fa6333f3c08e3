using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using ArchiveScrub.Tests.Architecture;
using ArchiveScrub.Tests.Provenance.Recipes;
using Xunit;

namespace ArchiveScrub.Tests.Provenance;

/// <summary>The recipes of the README do what they say, run as they stand there, on manifests of every schema version.</summary>
public sealed partial class RecipeTests
{
    private static readonly string Manifests = Path.Combine(Repository.Root, "tests", "manifests");
    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "functions", "ArchiveScrub", "Provenance", "README.md"));

    [ToolFact("python3")]
    public void Python_checks_a_manifest_and_rebuilds_the_linear_text()
    {
        foreach (var (path, manifest, text) in Samples())
        {
            var (exitCode, output, error) = Run("python3", ["-c", Recipe("python"), path]);

            Assert.True(exitCode == 0, error);
            Assert.Equal(ManifestRestorer.RestoreLinear(manifest, text), output);
        }
    }

    [ToolFact("python3")]
    public void Python_notices_a_change()
    {
        var folder = Directory.CreateTempSubdirectory("archivescrub-recipe-");
        try
        {
            var (path, _, text) = Samples().First();
            var copy = Path.Combine(folder.FullName, Path.GetFileName(path));
            File.WriteAllText(copy, File.ReadAllText(path).Replace("\"confidence\":0.9", "\"confidence\":0.8", StringComparison.Ordinal));
            File.WriteAllText(copy.Replace(".manifest.json", ".clean.txt", StringComparison.Ordinal), text);

            var (exitCode, _, error) = Run("python3", ["-c", Recipe("python"), copy]);
            Assert.NotEqual(0, exitCode);
            Assert.Contains("the manifest was changed", error, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [ToolFact("jq")]
    public void Jq_lists_what_was_removed_and_what_is_flagged()
    {
        var recipes = CodeOf("sh").Select(static r => JqProgram().Match(r).Groups["program"].Value).ToList();
        Assert.Equal(2, recipes.Count);
        foreach (var (path, manifest, _) in Samples())
        {
            var (exitCode, output, error) = Run("jq", ["-r", recipes[0], path]);
            Assert.True(exitCode == 0, error);
            Assert.Equal(manifest.Blocks.Count(static b => !b.Kind.IsKept()), output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);

            (exitCode, output, error) = Run("jq", ["-r", recipes[1], path]);
            Assert.True(exitCode == 0, error);
            Assert.Equal(manifest.Quality.Flags.Count > 0, output.Length > 0);
        }
    }

    [Fact]
    public void CSharp_of_the_readme_is_what_is_tested_and_gives_the_places()
    {
        var tested = File.ReadAllText(Path.Combine(Repository.Root, "tests", "ArchiveScrub.Tests", "Provenance", "Recipes", "RemovedBytes.cs"));
        Assert.Equal(Recipe("csharp"), tested.Replace("namespace ArchiveScrub.Tests.Provenance.Recipes;\n\n", "", StringComparison.Ordinal));
        foreach (var (path, manifest, _) in Samples())
        {
            Assert.Equal(
                manifest.Blocks.Where(static b => !b.Kind.IsKept()).Select(static b => (b.Kind.Name(), b.Bytes!.Value.Start, b.Bytes.Value.End)),
                RemovedBytes.Of(path));
        }
    }

    [Fact]
    public void Every_version_of_the_schema_stands_in_the_readme()
    {
        Assert.Contains($"\n| {Manifest.CurrentSchemaVersion} |", Readme, StringComparison.Ordinal);
    }

    private static IEnumerable<(string Path, Manifest Manifest, string Text)> Samples() =>
        Directory.EnumerateFiles(Manifests, "*.manifest.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(static path =>
            (path, ManifestJson.Deserialize(File.ReadAllBytes(path)), File.ReadAllText(path.Replace(".manifest.json", ".clean.txt", StringComparison.Ordinal))));

    private static string Recipe(string language) => Assert.Single(CodeOf(language));

    private static IEnumerable<string> CodeOf(string language) => CodeBlock().Matches(Readme).Where(m => m.Groups["language"].Value == language).Select(static m => m.Groups["code"].Value);

    private static (int ExitCode, string Output, string Error) Run(string tool, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }

    [GeneratedRegex("```(?<language>[a-z]+)\\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeBlock();

    [GeneratedRegex("'(?<program>.*)'", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex JqProgram();

    /// <summary>A test that needs a tool and is skipped, with a message, where it is not installed.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class ToolFactAttribute : FactAttribute
    {
        public ToolFactAttribute(string tool)
        {
            Tool = tool;
            try
            {
                Run(tool, ["--version"]);
            }
            catch (Win32Exception)
            {
                Skip = $"{tool} is not installed";
            }
        }

        public string Tool { get; }
    }
}
