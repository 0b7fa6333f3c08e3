using System.Globalization;

namespace ArchiveScrub.Provenance.Report;

/// <summary>The plot of the report of many pages: a line a kind, with the spread of its share over the pages that have it.</summary>
internal static class IndexPlot
{
    private const double Width = 1000;
    private const int MostDots = 40;

    private static readonly double[] Ticks = [0, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 1];

    public static Html Write(IReadOnlyList<PageSummary> pages, IndexKinds kinds)
    {
        var html = new Html();
        html.AddRaw("""
            <section class="box plot" aria-labelledby="plot">
            <h2 id="plot">Removed, by kind</h2>
            <p class="quiet">How much of a page each kind takes, over the pages that have it: the line from the least to the most, the bar the middle half, the stroke the median, a dot a page unlike the others. The scale is drawn out towards 0.</p>
            <table><thead><tr><th scope="col">Kind</th><th scope="col" class="num">Share</th><th scope="col" class="num">Pages</th><th scope="col" class="strip">
            """);
        html.Add($"{Axis()}").AddRaw("</th></tr></thead><tbody>\n");
        AddRow(html, "all", "all removed", pages.Count == 0 ? 0 : pages.Average(static p => p.RemovedShare), pages.Count, kinds.Removed, pages.Index().Where(p => kinds.IsOdd(p.Item)).Select(static p => (p.Index, p.Item, p.Item.RemovedShare)));
        foreach (var kind in kinds.All)
        {
            AddRow(html, "", kind.Name, kind.Average, kind.Pages, kind.Spread, pages.Index().Where(p => IndexKinds.IsOdd(p.Item, kind)).Select(p => (p.Index, p.Item, p.Item.Removed[kind.Name])));
        }

        return html.AddRaw("</tbody></table>\n</section>\n");
    }

    private static void AddRow(Html html, string style, string name, double average, int pages, Spread spread, IEnumerable<(int At, PageSummary Page, double Share)> odd)
    {
        html.Add($"<tr class=\"{style}\" data-t=\"{name}\"><td><span class=\"swatch\"></span> {name}</td><td class=\"num\">{100 * average:0.0} %</td><td class=\"num\">{pages:N0}</td><td class=\"strip\">");
        html.Add($"<svg viewBox=\"0 0 1000 24\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"median {100 * spread.Middle:0.0} %, middle half {100 * spread.Lower:0.0} to {100 * spread.Upper:0.0} %, most {100 * spread.Most:0.0} %\">");
        foreach (var tick in Ticks)
        {
            html.Add($"<line class=\"grid\" x1=\"{X(tick)}\" x2=\"{X(tick)}\" y1=\"0\" y2=\"24\"/>");
        }

        html.Add($"<line class=\"range\" x1=\"{X(spread.Least)}\" x2=\"{X(spread.Most)}\" y1=\"12\" y2=\"12\"/><rect class=\"half\" x=\"{X(spread.Lower)}\" y=\"5\" width=\"{Math.Max(2, Place(spread.Upper) - Place(spread.Lower)):0.#}\" height=\"14\"/><line class=\"mid\" x1=\"{X(spread.Middle)}\" x2=\"{X(spread.Middle)}\" y1=\"3\" y2=\"21\"/>");
        // The furthest are drawn; the table has them all.
        foreach (var (at, page, share) in odd.OrderByDescending(o => Math.Abs(o.Share - spread.Middle)).ThenBy(static o => o.At).Take(MostDots))
        {
            html.Add($"<a href=\"#p{at}\"><title>{page.Title ?? page.Name}: {100 * share:0.0} %</title><path class=\"dot\" d=\"M{X(share)} 12h.01\"/></a>");
        }

        html.AddRaw("</svg></td></tr>\n");
    }

    private static Html Axis()
    {
        var html = new Html();
        html.AddRaw("<svg viewBox=\"0 0 1000 16\" aria-hidden=\"true\">");
        foreach (var tick in Ticks)
        {
            html.Add($"<text class=\"tick\" x=\"{X(tick)}\" y=\"13\" text-anchor=\"{(tick == 0 ? "start" : tick == 1 ? "end" : "middle")}\">{100 * tick:0} %</text>");
        }

        return html.AddRaw("</svg>");
    }

    /// <summary>The square root, for most kinds take little of most pages.</summary>
    private static double Place(double share) => Width * Math.Sqrt(Math.Clamp(share, 0, 1));

    private static string X(double share) => Place(share).ToString("0.#", CultureInfo.InvariantCulture);
}
