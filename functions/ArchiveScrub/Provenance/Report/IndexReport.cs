using System.Globalization;
using ArchiveScrub.Provenance.Report;

namespace ArchiveScrub;

/// <summary>
/// The report of many pages for people: how much of what kind was removed from them, which are unlike the others, which
/// are flagged, which captures are in quarantine. It is fed a page at a time and keeps little of each.
/// </summary>
public sealed class IndexReport
{
    private readonly List<PageSummary> _pages = [];
    private readonly List<(string Name, string Code, string Reason)> _failures = [];

    /// <summary>How many pages there are.</summary>
    public int Pages => _pages.Count;

    /// <summary>Adds a page.</summary>
    /// <param name="name">Name of its results.</param>
    /// <param name="manifest">Its manifest.</param>
    /// <param name="link">Where its own report stands, as a relative reference; null where there is none.</param>
    public void Add(string name, Manifest manifest, string? link = null)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        _pages.Add(PageSummary.Of(name, manifest, link));
    }

    /// <summary>Adds a capture that is in quarantine, or cannot be shown.</summary>
    public void AddFailure(string name, string code, string reason) => _failures.Add((name, code, reason));

    /// <summary>Writes the report.</summary>
    /// <param name="title">What the pages are: the name of a folder or a capture.</param>
    public string Write(string title)
    {
        var kinds = IndexKinds.Of(_pages);
        var body = new Html()
            .AddRaw("<a class=\"skip\" href=\"#pages\">Skip to the pages</a>\n")
            .Add($"{Header(title)}")
            .AddRaw("<main>\n")
            .Add($"{IndexPlot.Write(_pages, kinds)}")
            .Add($"{IndexTable.Write(_pages, kinds)}")
            .Add($"{Quarantine()}")
            .AddRaw("</main>\n<footer class=\"foot\"><p>Shares are of the characters of a page’s whole visible text. A page is called unlike the others where its share lies beyond Tukey’s fences: 1.5 times the distance between the quartiles for all that was removed, 3 times for one kind.</p></footer>\n");
        return ReportDocument.Compose($"{title} – ArchiveScrub", "index", body, IndexTable.ToJson(_pages, kinds));
    }

    private Html Header(string title)
    {
        var flagged = _pages.Count(static p => p.Flags.Count > 0);
        var kept = _pages.Count == 0 ? 0 : _pages.Average(static p => p.Kept);
        var html = new Html().Add($"""
            <header class="top">
            <p class="label"><b>ArchiveScrub</b> · what was kept of captured pages, what was removed, and why</p>
            <h1 dir="auto">{title}</h1>
            <dl class="facts">
            <div><dt>Pages</dt><dd>{_pages.Count:N0}</dd></div>
            <div><dt>Words</dt><dd>{_pages.Sum(static p => (long)p.Words):N0}</dd></div>
            <div><dt>Kept, on average</dt><dd>{Percent(kept)} of a page</dd></div>
            <div><dt>Confidence, median</dt><dd>{Spread.Of([.. _pages.Select(static p => p.Confidence)]).Middle:0.00}</dd></div>
            <div><dt>Flagged for review</dt><dd>{flagged:N0}</dd></div>
            <div><dt>In quarantine</dt><dd>{_failures.Count:N0}</dd></div>
            </dl>
            </header>

            """);
        return html;
    }

    private Html Quarantine()
    {
        var html = new Html();
        if (_failures.Count == 0)
        {
            return html;
        }

        html.AddRaw("<section class=\"box scroll\" aria-labelledby=\"q\">\n<h2 id=\"q\">In quarantine</h2>\n<p class=\"quiet\">These captures gave no clean text. They stay where they are.</p>\n<table><thead><tr><th scope=\"col\">Capture</th><th scope=\"col\">Code</th><th scope=\"col\">Reason</th></tr></thead><tbody>\n");
        foreach (var (name, code, reason) in _failures)
        {
            html.Add($"<tr><td dir=\"auto\">{name}</td><td><code>{code}</code></td><td dir=\"auto\">{reason}</td></tr>\n");
        }

        return html.AddRaw("</tbody></table>\n</section>\n");
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0} %");
}
