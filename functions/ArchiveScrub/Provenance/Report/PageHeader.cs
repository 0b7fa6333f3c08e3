using System.Globalization;

namespace ArchiveScrub.Provenance.Report;

/// <summary>The head of the page report: what page it is, and what came of it.</summary>
internal static class PageHeader
{
    public static Html Write(Manifest manifest, string title)
    {
        var html = new Html();
        html.Add($"""
            <header class="top">
            <p class="label"><b>ArchiveScrub</b> · what was kept of a captured page, what was removed, and why</p>
            <h1 dir="auto">{title}</h1>
            <dl class="facts">

            """);
        foreach (var (name, value) in Facts(manifest))
        {
            html.Add($"<div><dt>{name}</dt><dd dir=\"auto\">{value}</dd></div>\n");
        }

        html.AddRaw("</dl>\n");
        var notes = manifest.Quality.Flags.Concat(manifest.Quality.Warnings).ToList();
        if (notes.Count > 0)
        {
            html.AddRaw("<ul class=\"flags\" aria-label=\"For review\">\n");
            foreach (var note in notes)
            {
                html.Add($"<li>{note}</li>\n");
            }

            html.AddRaw("</ul>\n");
        }

        return html.AddRaw("</header>\n");
    }

    private static IEnumerable<(string Name, string Value)> Facts(Manifest manifest)
    {
        var (page, result) = (manifest.Page, manifest.Result);
        yield return ("Capture", manifest.Capture.Store is { } store ? $"{store}/{manifest.Capture.Name}" : manifest.Capture.Name);
        if (page.Record is { } record)
        {
            yield return ("Record", Invariant($"{record.Type} at byte {record.Offset:N0}{(record.Path is null ? "" : " of ")}{record.Path}"));
        }

        if (page.TargetUri is { } uri)
        {
            yield return ("Captured from", uri);
        }

        if (page.CapturedAt is { } date)
        {
            yield return ("Captured", date.ToString("yyyy-MM-dd HH:mm 'UTC'zzz", CultureInfo.InvariantCulture).Replace("UTC+00:00", "UTC", StringComparison.Ordinal));
        }

        var kept = manifest.Blocks.Where(static b => b.Kind.IsKept()).Sum(static b => (long)b.Linear.Length);
        yield return ("Kept", Invariant($"{Share(kept, result.Linear.CodePoints)} of {result.Linear.CodePoints:N0} characters"));
        yield return ("Blocks", Invariant($"{manifest.Blocks.Count(static b => b.Kind.IsKept()):N0} kept, {manifest.Blocks.Count(static b => !b.Kind.IsKept()):N0} removed"));
        yield return ("Confidence", Invariant($"{manifest.Quality.Confidence:0.00}"));
        if (result.Byline is { } byline)
        {
            yield return ("By", byline);
        }

        if (result.Language is { } language)
        {
            yield return ("Language", language);
        }

        yield return ("Charset", $"{page.Charset.Name}, by {Source(page.Charset.Source)}");
        foreach (var line in manifest.Inserted.Where(static n => n.Kind == Kind.Title))
        {
            yield return ("Title taken from", line.Source);
        }
    }

    private static string Source(CharsetSource source) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(source.ToString());

    private static string Share(long part, long whole) => whole == 0 ? "0 %" : Invariant($"{100.0 * part / whole:0} %");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
