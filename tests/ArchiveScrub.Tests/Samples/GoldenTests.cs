using System.Text;
using Xunit;

namespace ArchiveScrub.Tests.Samples;

/// <summary>
/// The whole result of every sample capture, byte for byte. After a change that is meant to change results, run
/// <c>ARCHIVESCRUB_UPDATE_GOLDENS=1 dotnet test</c> and review the difference; what must come out whatever happens is
/// asserted apart, by <see cref="ExpectationTests"/>.
/// </summary>
public sealed class GoldenTests
{
    private const string Switch = "ARCHIVESCRUB_UPDATE_GOLDENS";
    private const int ShownCharacters = 60;

    private static readonly bool IsUpdating = Environment.GetEnvironmentVariable(Switch) == "1";

    public static TheoryData<string> Captures => [.. SampleCaptures.Names];

    [Theory]
    [MemberData(nameof(Captures))]
    public void Clean_text_is_the_golden_one(string capture) =>
        AssertGolden($"{capture}.clean.txt", SampleCaptures.Get(capture).Result.CleanText);

    [Theory]
    [MemberData(nameof(Captures))]
    public void Verdicts_are_the_golden_ones(string capture) =>
        AssertGolden($"{capture}.verdicts.txt", Verdicts(SampleCaptures.Get(capture).Result));

    [Fact]
    public void Every_golden_file_has_its_capture()
    {
        var expected = SampleCaptures.Names.SelectMany(static n => new[] { $"{n}.clean.txt", $"{n}.verdicts.txt" }).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(SampleCaptures.Expected).Where(static f => f.EndsWith(".clean.txt", StringComparison.Ordinal) || f.EndsWith(".verdicts.txt", StringComparison.Ordinal)))
        {
            if (IsUpdating && !expected.Contains(Path.GetFileName(file)))
            {
                File.Delete(file);
            }
            else
            {
                Assert.Contains(Path.GetFileName(file), expected);
            }
        }
    }

    /// <summary>A line a block: kind (removed ones with a minus), rule, the first characters.</summary>
    private static string Verdicts(ScrubResult result)
    {
        var text = new StringBuilder();
        foreach (var insertion in result.Manifest.Inserted)
        {
            text.Append($"+{insertion.Kind.Name(),-15} {insertion.Source,-26} {Excerpt(Slice(result.CleanText, insertion.Clean))}\n");
        }

        foreach (var block in result.Manifest.Blocks)
        {
            text.Append($"{(block.Kind.IsKept() ? ' ' : '-')}{block.Kind.Name(),-15} {block.Rule,-26} {Excerpt(block.Text ?? Slice(result.CleanText, block.Clean!.Value))}\n");
        }

        return text.ToString();
    }

    private static string Slice(string text, TextRange codePoints) => Promises.Characters.Slice(text, codePoints);

    private static string Excerpt(string text)
    {
        var line = text.Replace('\n', '↵').Replace('\t', '→');
        var runes = line.EnumerateRunes();
        return runes.Count() <= ShownCharacters ? line : string.Concat(runes.Take(ShownCharacters)) + "…";
    }

    private static void AssertGolden(string name, string actual)
    {
        var path = Path.Combine(SampleCaptures.Expected, name);
        if (IsUpdating)
        {
            File.WriteAllBytes(path, Encoding.UTF8.GetBytes(actual));
            return;
        }

        Assert.True(File.Exists(path), $"{name} is missing; {Switch}=1 writes it");
        Assert.Equal(Encoding.UTF8.GetString(File.ReadAllBytes(path)), actual);
    }
}
