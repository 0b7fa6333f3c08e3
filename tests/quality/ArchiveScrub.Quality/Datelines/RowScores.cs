using System.Globalization;
using System.Text.Json;
using ArchiveScrub.Credits;
using ArchiveScrub.Timestamps;

namespace ArchiveScrub.Quality.Datelines;

/// <summary>Scores datelines and timestamps that stand alone, each a row of a set.</summary>
internal static class RowScores
{
    private const string Headline = "A headline";
    private const string Report = "The report begins here and goes on for a while longer.";

    /// <summary>Shapes of many languages.</summary>
    public static FieldScore Formats(IEnumerable<JsonElement> rows)
    {
        var score = new FieldScore("formats");
        foreach (var row in rows)
        {
            var raw = row.GetProperty("raw").GetString()!;
            var captured = row.TryGetProperty("context", out var context) ? DatelineCorpus.Text(context, "capture") : null;
            var isPrefix = row.GetProperty("kind").GetString() == "dateline";
            var dateline = (isPrefix
                ? PlainPage.Find(captured, (Kind.Title, Headline), (Kind.Paragraph, raw))
                : PlainPage.Find(captured, (Kind.Title, Headline), (Kind.Timestamp, raw), (Kind.Paragraph, Report))).Dateline;
            var gold = row.GetProperty("gold");
            var accept = row.TryGetProperty("accept", out var a) ? a : default;
            var exact = score.Add("place", Loose(DatelineCorpus.Text(gold, "place")), Loose(dateline?.Place), [.. DatelineCorpus.Texts(accept, "place").Select(Loose)])
                & score.Add("agency", Agency(DatelineCorpus.Text(gold, "agency")), Agency(dateline?.Agency), [.. DatelineCorpus.Texts(accept, "agency").Select(Agency)])
                & score.Add("date", DatelineCorpus.Text(gold, "date"), DatelineCorpus.Day(dateline?.Date))
                & score.Add("time", DatelineCorpus.Text(gold, "time"), dateline?.Time?.ToString("HH:mm", CultureInfo.InvariantCulture))
                & score.Add("offset", DatelineCorpus.Text(gold, "offset"), dateline?.Offset is { } o ? Dateline.Iso(o) : null, DatelineCorpus.Texts(accept, "offset"))
                & score.Add("updated", DatelineCorpus.Text(gold, "updated"), dateline?.Updated)
                & score.Add("inferred", string.Join(',', DatelineCorpus.Texts(gold, "inferred")), string.Join(',', dateline?.Inferred ?? []));
            score.Row(exact, $"{DatelineCorpus.Text(row, "id")} {raw} -> {dateline?.ToLine()} time={dateline?.Time} {dateline?.Offset} updated={dateline?.Updated} inferred={string.Join(',', dateline?.Inferred ?? [])}");
        }

        return score;
    }

    /// <summary>Datelines of a wire, and that what is left of the paragraph begins with the report.</summary>
    public static FieldScore Wire(IEnumerable<JsonElement> rows)
    {
        var score = new FieldScore("wire");
        foreach (var row in rows)
        {
            var line = row.GetProperty("line").GetString()!;
            var title = DatelineCorpus.Text(row, "title") is { Length: > 0 } given ? given : Headline;
            var finding = PlainPage.Find(DatelineCorpus.Text(row, "capture"), (Kind.Title, title), (Kind.Paragraph, line));
            var gold = row.GetProperty("gold");
            var exact = score.Add("place", Loose(DatelineCorpus.Text(gold, "place")), Loose(finding.Dateline?.Place))
                & score.Add("agency", Agency(DatelineCorpus.Text(gold, "agency")), Agency(finding.Dateline?.Agency))
                & score.Add("date", DatelineCorpus.Text(gold, "date"), DatelineCorpus.Day(finding.Dateline?.Date))
                & score.Add("inferred", string.Join(',', DatelineCorpus.Texts(gold, "inferred")), string.Join(',', finding.Dateline?.Inferred ?? []));
            var rest = finding.Prefix is { } prefix ? line[prefix.Length..] : line;
            score.Add("remainder", DatelineCorpus.Text(row, "sentence")![..1], rest.Length > 0 ? rest[..1] : null);
            score.Row(exact, $"{DatelineCorpus.Text(row, "id")} {DatelineCorpus.Text(row, "raw")} -> {finding.Dateline?.ToLine()}, not {DatelineCorpus.Text(gold, "place")} {DatelineCorpus.Text(gold, "date")}");
        }

        return score;
    }

    /// <summary>Lines that show when their page was published. A date whose order is said to be unsettled is right either way.</summary>
    public static FieldScore Lines(IEnumerable<JsonElement> rows)
    {
        var score = new FieldScore("lines");
        foreach (var row in rows)
        {
            var line = row.GetProperty("line").GetString()!;
            var matches = TimestampParser.Default.FindAll(line);
            var best = matches.FirstOrDefault(m => m.Role == TimestampRole.Published) ?? matches.FirstOrDefault(m => m.Role == TimestampRole.None && m.Date is not null) ?? (matches.Count > 0 ? matches[0] : null);
            var swapped = best is { OrderUnsettled: true } ? DatelineCorpus.Day(best.Swapped().Date) : null;
            var gold = DatelineCorpus.Text(row.GetProperty("gold"), "date");
            var exact = score.Add("date", gold, best?.Date is { } day ? DatelineCorpus.Day(day) : null, swapped == gold ? [DatelineCorpus.Day(best!.Date)] : null)
                & score.Add("unsettled", row.GetProperty("ambiguous").GetBoolean() ? "yes" : "no", best is { OrderUnsettled: true } ? "yes" : "no");
            score.Row(exact, $"{DatelineCorpus.Text(row, "id")} {line} -> {DatelineCorpus.Day(best?.Date)}, not {gold}");
        }

        return score;
    }

    private static string? Agency(string? printed) => printed is null ? null : Loose(AgencyRegister.Default.Find(printed)?.Name ?? printed);

    private static string? Loose(string? text) => text is null ? null : string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
