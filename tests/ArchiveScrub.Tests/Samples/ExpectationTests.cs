using System.Text.Json;
using Xunit;
using Xunit.Abstractions;

namespace ArchiveScrub.Tests.Samples;

/// <summary>What <c>expectations.json</c> wants of every sample capture, whatever the golden files say.</summary>
public sealed class ExpectationTests(ITestOutputHelper output)
{
    /// <summary>
    /// What the rules do not reach yet, as <c>capture: problem</c>. A test fails when one of these is reached, so that the
    /// list only gets shorter.
    /// </summary>
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal);

    public static TheoryData<string> Captures => [.. SampleCaptures.Names];

    [Theory]
    [MemberData(nameof(Captures))]
    public void Capture_gives_what_is_expected_of_it(string capture)
    {
        var result = SampleCaptures.Get(capture).Result;
        var problems = Problems(SampleCaptures.Expectations()[capture], result).Select(p => $"{capture}: {p}").ToList();
        foreach (var problem in problems)
        {
            output.WriteLine(problem);
        }

        Assert.Empty(problems.Except(Known, StringComparer.Ordinal));
        Assert.Empty(Known.Where(k => k.StartsWith(capture + ":", StringComparison.Ordinal)).Except(problems, StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Captures))]
    public void Manifest_verifies_and_is_valid(string capture)
    {
        var result = SampleCaptures.Get(capture).Result;

        Assert.Empty(ManifestVerifier.VerifyConservation(result.Manifest, result.CleanText));
        Assert.Empty(new Provenance.JsonSchemaValidator(ManifestSchema.Text).Validate(ManifestJson.Serialize(result.Manifest)));
    }

    private static IEnumerable<string> Problems(JsonElement expectation, ScrubResult result)
    {
        var lines = result.CleanText.Split('\n');
        var title = expectation.GetProperty("title").GetString()!;
        if (lines[0] != title)
        {
            yield return $"title is not the first line: {title}";
        }

        if (lines.Count(l => l == title) > 1)
        {
            yield return $"title stands more than once: {title}";
        }

        foreach (var piece in expectation.GetProperty("keep").EnumerateArray().Select(static p => p.GetString()!))
        {
            if (!result.CleanText.Contains(piece, StringComparison.Ordinal))
            {
                yield return $"not kept: {piece}";
            }
        }

        foreach (var piece in expectation.GetProperty("drop").EnumerateArray().Select(static p => p.GetString()!))
        {
            if (result.CleanText.Contains(piece, StringComparison.Ordinal))
            {
                yield return $"not dropped: {piece}";
            }
        }

        foreach (var problem in DatelineProblems(expectation.GetProperty("dateline"), result.Manifest.Result.Dateline))
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> DatelineProblems(JsonElement expected, ManifestDateline? actual)
    {
        if (expected.ValueKind == JsonValueKind.Null)
        {
            yield break; // more than one answer is right
        }

        (string Field, string? Value)[] fields =
        [
            ("place", actual?.Place), ("agency", actual?.Agency), ("date", actual?.Date), ("time", actual?.Time), ("offset", actual?.Offset),
        ];
        foreach (var (field, value) in fields)
        {
            if (expected.GetProperty(field).GetString() != value)
            {
                yield return $"dateline {field} is {value ?? "null"}, not {expected.GetProperty(field).GetString() ?? "null"}";
            }
        }

        var inferred = expected.GetProperty("inferred").EnumerateArray().Select(static i => i.GetString()!).Order(StringComparer.Ordinal);
        if (!inferred.SequenceEqual((actual?.Inferred ?? []).Order(StringComparer.Ordinal), StringComparer.Ordinal))
        {
            yield return $"dateline inferred is [{string.Join(", ", actual?.Inferred ?? [])}]";
        }
    }
}
