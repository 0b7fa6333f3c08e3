using System.Text.Json;
using Xunit;

namespace ArchiveScrub.Tests.Samples;

/// <summary>What <c>expectations.json</c> wants of every sample capture, whatever the golden files say.</summary>
public sealed class ExpectationTests
{
    public static TheoryData<string> Captures => [.. SampleCaptures.Names];

    [Theory]
    [MemberData(nameof(Captures))]
    public void Clean_text_holds_what_it_must_and_nothing_that_it_must_not(string capture) =>
        AssertKnown(capture, TextProblems(SampleCaptures.Expectations()[capture], SampleCaptures.Get(capture).Result.CleanText));

    [Theory]
    [MemberData(nameof(Captures))]
    public void Dateline_is_the_expected_one(string capture) =>
        AssertKnown(capture, DatelineProblems(SampleCaptures.Expectations()[capture].GetProperty("dateline"), SampleCaptures.Get(capture).Result.Manifest.Result.Dateline));

    /// <summary>
    /// <c>known-misses.txt</c> lists what the rules do not reach yet. A test also fails where one of these is reached, so
    /// that the list only gets shorter.
    /// </summary>
    private static void AssertKnown(string capture, IEnumerable<string> found, [System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        var isDateline = test == nameof(Dateline_is_the_expected_one);
        var problems = found.Select(p => $"{capture}: {p}").ToList();
        var known = File.ReadAllLines(Path.Combine(SampleCaptures.Expected, "known-misses.txt"))
            .Where(l => l.StartsWith(capture + ": ", StringComparison.Ordinal) && l.StartsWith(capture + ": dateline ", StringComparison.Ordinal) == isDateline)
            .ToList();
        var news = problems.Except(known, StringComparer.Ordinal).Concat(known.Except(problems, StringComparer.Ordinal).Select(static k => $"no longer missed, take it off known-misses.txt: {k}"));

        Assert.True(!news.Any(), string.Join('\n', news));
    }

    [Theory]
    [MemberData(nameof(Captures))]
    public void Manifest_verifies_and_is_valid(string capture)
    {
        var result = SampleCaptures.Get(capture).Result;

        Assert.Empty(ManifestVerifier.VerifyConservation(result.Manifest, result.CleanText));
        Assert.Empty(new Provenance.JsonSchemaValidator(ManifestSchema.Text).Validate(ManifestJson.Serialize(result.Manifest)));
    }

    private static IEnumerable<string> TextProblems(JsonElement expectation, string text)
    {
        var lines = text.Split('\n');
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
            if (!text.Contains(piece, StringComparison.Ordinal))
            {
                yield return $"not kept: {piece}";
            }
        }

        foreach (var piece in expectation.GetProperty("drop").EnumerateArray().Select(static p => p.GetString()!))
        {
            if (text.Contains(piece, StringComparison.Ordinal))
            {
                yield return $"not dropped: {piece}";
            }
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
