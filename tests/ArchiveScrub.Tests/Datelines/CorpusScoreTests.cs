using System.Globalization;
using System.Text.Json;
using ArchiveScrub.Credits;
using ArchiveScrub.Timestamps;
using Xunit;
using Xunit.Abstractions;

namespace ArchiveScrub.Tests.Datelines;

/// <summary>Scores on the development sets beside the repository, as their README defines them; the floors are what was reached.</summary>
public class CorpusScoreTests(ITestOutputHelper output)
{
    private const int FormatsFloor = 54;
    private const double WireFloor = 0.999;
    private const double LineFloor = 0.995;

    [SharedFact("corpus")]
    public void Formats_are_read_exactly()
    {
        var score = new FieldScore();
        foreach (var row in Rows("formats-dev.jsonl"))
        {
            var raw = row.GetProperty("raw").GetString()!;
            var captured = row.TryGetProperty("context", out var context) ? context.GetProperty("capture").GetString() : null;
            var page = row.GetProperty("kind").GetString() == "dateline"
                ? new TestPage((Kind.Title, "A headline"), (Kind.Paragraph, raw)) { Context = TestPage.Captured(captured) }
                : new TestPage((Kind.Title, "A headline"), (Kind.Timestamp, raw), (Kind.Paragraph, "The report begins here and goes on for a while longer.")) { Context = TestPage.Captured(captured) };
            var dateline = page.Find().Dateline;
            var gold = row.GetProperty("gold");
            var accept = row.TryGetProperty("accept", out var a) ? a : default;
            var exact = score.Add("place", Text(gold, "place"), dateline?.Place, Accepted(accept, "place"), Loose)
                & score.Add("agency", Agency(Text(gold, "agency")), Agency(dateline?.Agency), [.. Accepted(accept, "agency").Select(Agency)], Loose)
                & score.Add("date", Text(gold, "date"), Day(dateline?.Date))
                & score.Add("time", Text(gold, "time"), dateline?.Time?.ToString("HH:mm", CultureInfo.InvariantCulture))
                & score.Add("offset", Text(gold, "offset"), dateline?.Offset is { } o ? Dateline.Iso(o) : null, Accepted(accept, "offset"))
                & score.Add("updated", Text(gold, "updated"), dateline?.Updated)
                & score.Add("inferred", string.Join(',', gold.GetProperty("inferred").EnumerateArray()), string.Join(',', dateline?.Inferred ?? []));
            score.Row(exact);
            if (!exact)
            {
                output.WriteLine($"{row.GetProperty("id").GetString()} {raw}\n    {dateline?.ToLine()} place={dateline?.Place} agency={dateline?.Agency} time={dateline?.Time} {dateline?.Offset} updated={dateline?.Updated} inferred={string.Join(',', dateline?.Inferred ?? [])}");
            }
        }

        output.WriteLine(score.ToString());
        Assert.True(score.ExactRows >= FormatsFloor, $"{score.ExactRows} of {score.Rows} rows exact");
    }

    [SharedFact("corpus")]
    public void Wire_datelines_are_read_exactly()
    {
        var score = new FieldScore();
        foreach (var row in Rows("reuters-dev.jsonl"))
        {
            var raw = row.GetProperty("raw").GetString()!;
            var line = row.GetProperty("line").GetString()!;
            var page = new TestPage((Kind.Title, row.GetProperty("title").GetString() is { Length: > 0 } title ? title : "A headline"), (Kind.Paragraph, line))
            {
                Context = TestPage.Captured(row.GetProperty("capture").GetString()),
            };
            var finding = page.Find();
            var gold = row.GetProperty("gold");
            var exact = score.Add("place", Text(gold, "place"), finding.Dateline?.Place, [], Loose)
                & score.Add("agency", Agency(Text(gold, "agency")), Agency(finding.Dateline?.Agency), [], Loose)
                & score.Add("date", Text(gold, "date"), Day(finding.Dateline?.Date))
                & score.Add("inferred", string.Join(',', gold.GetProperty("inferred").EnumerateArray()), string.Join(',', finding.Dateline?.Inferred ?? []));
            var rest = finding.Prefix is { } prefix ? line[prefix.Length..] : line;
            score.Add("remainder", row.GetProperty("sentence").GetString()![..1], rest.Length > 0 ? rest[..1] : null);
            score.Row(exact);
            if (!exact)
            {
                output.WriteLine($"{row.GetProperty("id").GetString()} {raw} | {line[..Math.Min(60, line.Length)]} | gold {Text(gold, "place")} {Text(gold, "date")} | {finding.Dateline?.Place} {finding.Dateline?.Edtf} ({finding.Dateline?.Agency})");
            }
        }

        output.WriteLine(score.ToString());
        Assert.True(score.ExactRows >= score.Rows * WireFloor, $"{score.ExactRows} of {score.Rows} rows exact");
    }

    [SharedFact("corpus")]
    public void Visible_publish_dates_are_read_from_their_lines()
    {
        var score = new FieldScore();
        var lines = new FieldScore();
        var byForm = new SortedDictionary<string, FieldScore>(StringComparer.Ordinal);
        foreach (var row in Rows("wcxb-dev.jsonl"))
        {
            var line = row.GetProperty("line").GetString()!;
            var gold = Text(row.GetProperty("gold"), "date");
            var matches = TimestampParser.Default.FindAll(line);
            var best = matches.FirstOrDefault(m => m.Role == TimestampRole.Published) ?? matches.FirstOrDefault(m => m.Role == TimestampRole.None && m.Date is not null) ?? (matches.Count > 0 ? matches[0] : null);
            var form = row.GetProperty("form").GetString()!;
            var read = best?.Date is { } day ? Day(day) : null;
            var accepted = best is { OrderUnsettled: true } ? Day(best.Swapped().Date) : null;
            var exact = score.Add("date", gold, accepted == gold ? gold : read);
            score.Row(exact);
            if (!byForm.TryGetValue(form, out var of))
            {
                byForm[form] = of = new FieldScore();
            }

            of.Row(exact & of.Add("unsettled", row.GetProperty("ambiguous").GetBoolean() ? "yes" : "no", best is { OrderUnsettled: true } ? "yes" : "no"));
            lines.Row(TimestampParser.Default.IsTimestampLine(line));
            if (!exact && line.Length < 300)
            {
                output.WriteLine($"{row.GetProperty("id").GetString()} {line} | {gold} | {read}");
            }
        }

        output.WriteLine(score.ToString());
        foreach (var (form, of) in byForm)
        {
            output.WriteLine($"{form}: {of}");
        }

        output.WriteLine($"lines that say only when: {lines.ExactRows} of {lines.Rows}");
        Assert.True(score.ExactRows >= score.Rows * LineFloor, $"{score.ExactRows} of {score.Rows} rows exact");
    }

    private static IEnumerable<JsonElement> Rows(string name)
    {
        foreach (var line in File.ReadLines(Path.Combine(Shared.Require("corpus"), "datelines", name)))
        {
            using var document = JsonDocument.Parse(line);
            yield return document.RootElement.Clone();
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string?[] Accepted(JsonElement accept, string name) =>
        accept.ValueKind == JsonValueKind.Object && accept.TryGetProperty(name, out var values) ? [.. values.EnumerateArray().Select(v => v.GetString())] : [];

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Agency(string? printed) => printed is null ? null : AgencyRegister.Default.Find(printed)?.Name ?? printed;

    private static string? Loose(string? text) => text is null ? null : string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
