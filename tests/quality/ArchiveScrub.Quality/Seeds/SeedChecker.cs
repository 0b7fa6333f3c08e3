using System.Security.Cryptography;
using System.Text.Json;

namespace ArchiveScrub.Quality.Seeds;

/// <summary>Scrubs the seed captures and says where the result differs from what <c>expected.json</c> wants.</summary>
internal static class SeedChecker
{
    /// <summary>Checks every seed of the folder.</summary>
    /// <returns>The differences, a sentence each, by the name of the seed.</returns>
    public static SortedDictionary<string, IReadOnlyList<string>> Check(string folder)
    {
        var expected = JsonSerializer.Deserialize<Dictionary<string, SeedExpectation>>(File.ReadAllText(Path.Combine(folder, "expected.json")))
            ?? throw new InvalidDataException("expected.json is null");
        var differences = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (name, seed) in expected)
        {
            var payload = File.ReadAllBytes(Path.Combine(folder, name));
            var page = new Page
            {
                Capture = new CaptureIdentity(null, name, payload.Length, Convert.ToHexStringLower(SHA256.HashData(payload))),
                Payload = payload,
                Format = PageFormat.Text,
            };
            try
            {
                differences[name] = Compare(seed, new Scrubber().Scrub(page));
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                differences[name] = [$"not scrubbed: {e.Message}"];
            }
        }

        return differences;
    }

    /// <summary>Compares one result with what is wanted.</summary>
    public static IReadOnlyList<string> Compare(SeedExpectation seed, ScrubResult result)
    {
        var raw = result.Page.Source.Text.Split('\n');
        var lines = raw.Select(Collapse).ToArray();
        var clean = result.CleanText.Split('\n').Select(Collapse).Where(line => line.Length > 0).ToArray();
        return
        [
            .. Title(seed, lines, clean),
            .. Kept(seed, lines, clean),
            .. Dropped(seed, lines, clean),
            .. Captions(seed, raw, result),
            .. Dateline(seed, lines, clean, result.Manifest.Result.Dateline),
            .. Credits(seed, result.Manifest.Result.Credits),
        ];
    }

    private static IEnumerable<string> Title(SeedExpectation seed, string[] lines, string[] clean)
    {
        var titles = seed.TitleLines.Select(n => lines[n - 1]).ToArray();
        if (clean.Length == 0 || !titles.Contains(clean[0]))
        {
            yield return $"the first line is not the headline but \"{clean.FirstOrDefault()}\"";
        }

        if (clean.Skip(1).Any(titles.Contains))
        {
            yield return "the headline stands more than once";
        }
    }

    // A line may be joined with others or have its dateline prefix taken off, so it is looked for in the running text.
    private static IEnumerable<string> Kept(SeedExpectation seed, string[] lines, string[] clean)
    {
        const int LongestPrefix = 80;
        var text = string.Join(' ', clean);
        var at = 0;
        foreach (var n in seed.Keep)
        {
            var line = lines[n - 1];
            var found = -1;
            var longestPrefix = seed.DatelineLines.Contains(n) ? Math.Min(LongestPrefix, line.Length - 1) : 0;
            for (var prefix = 0; prefix <= longestPrefix && found < 0; prefix++)
            {
                if (prefix == 0 || line[prefix - 1] == ' ')
                {
                    found = text.IndexOf(line[prefix..], at, StringComparison.Ordinal);
                    at = found < 0 ? at : found + line.Length - prefix;
                }
            }

            if (found < 0)
            {
                yield return $"line {n} is lost or out of order: \"{line}\"";
            }
        }
    }

    private static IEnumerable<string> Dropped(SeedExpectation seed, string[] lines, string[] clean)
    {
        var kept = seed.Keep.Concat(seed.TitleLines).Concat(seed.Either).Select(n => lines[n - 1]).ToArray();
        foreach (var n in seed.Drop)
        {
            // Neither the line nor a part of it: labels that run together may have been cut apart.
            var line = lines[n - 1];
            var leaked = clean.FirstOrDefault(c => c == line || (line.Contains(Bare(c), StringComparison.Ordinal) && !kept.Any(k => k.Contains(Bare(c), StringComparison.Ordinal))));
            if (leaked is not null)
            {
                yield return $"line {n} survived: \"{leaked}\"";
            }
        }

        var known = seed.Keep.Concat(seed.TitleLines).Concat(seed.Either).Concat(seed.Drop).Concat(seed.DatelineLines).Select(n => lines[n - 1]).ToHashSet(StringComparer.Ordinal);
        foreach (var n in Enumerable.Range(1, lines.Length).Where(n => lines[n - 1].Length > 0 && !known.Contains(lines[n - 1]) && clean.Contains(lines[n - 1])))
        {
            yield return $"line {n}, of which nothing is said, survived: \"{lines[n - 1]}\"";
        }
    }

    private static IEnumerable<string> Captions(SeedExpectation seed, string[] raw, ScrubResult result)
    {
        foreach (var n in seed.Either)
        {
            var start = raw.Take(n - 1).Sum(line => line.Length + 1);
            var end = start + raw[n - 1].Length;
            foreach (var block in result.Page.Blocks.Where(block => block.Source.Start < end && block.Source.End > start))
            {
                var kind = result.Verdicts[block.Index].Kind;
                if (kind is not (Kind.Caption or Kind.Credit))
                {
                    yield return $"line {n} is {kind.Name()}, not caption or credit: \"{Collapse(raw[n - 1])}\"";
                }
            }
        }
    }

    private static IEnumerable<string> Dateline(SeedExpectation seed, string[] lines, string[] clean, ManifestDateline? dateline)
    {
        if (seed.Dateline is not { } wanted)
        {
            if (dateline is not null)
            {
                yield return $"a dateline was made up: {dateline.Place}, {dateline.Date} ({dateline.Agency})";
            }

            yield break;
        }

        foreach (var (field, want, got) in new[]
        {
            ("place", wanted.Place, dateline?.Place),
            ("agency", wanted.Agency, dateline?.Agency),
            ("date", wanted.Date, dateline?.Date),
            ("time", wanted.Time, dateline?.Time),
            ("offset", wanted.Offset, dateline?.Offset),
            ("inferred", string.Join(' ', wanted.Inferred.Order(StringComparer.Ordinal)), string.Join(' ', (dateline?.Inferred ?? []).Order(StringComparer.Ordinal))),
        })
        {
            if (want != got)
            {
                yield return $"dateline: {field} is {got ?? "null"}, not {want ?? "null"}";
            }
        }

        foreach (var n in seed.DatelineLines.Except(seed.Keep).Where(n => clean.Contains(lines[n - 1])))
        {
            yield return $"line {n}, whose date moved to the dateline line, survived: \"{lines[n - 1]}\"";
        }

        // After the title, and after the subtitle if there is one.
        if (!clean.Skip(1).Take(2).Contains(wanted.ToLine()))
        {
            yield return $"the dateline line is not \"{wanted.ToLine()}\"";
        }
    }

    private static IEnumerable<string> Credits(SeedExpectation seed, IReadOnlyList<string> credits)
    {
        if (seed.Credits.Except(credits, StringComparer.Ordinal).Any())
        {
            yield return $"credits are [{string.Join(", ", credits)}], not [{string.Join(", ", seed.Credits)}]";
        }
    }

    private static string Bare(string cleanLine) => cleanLine.StartsWith("- ", StringComparison.Ordinal) ? cleanLine[2..] : cleanLine;

    private static string Collapse(string line) => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
