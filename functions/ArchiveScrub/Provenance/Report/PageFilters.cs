namespace ArchiveScrub.Provenance.Report;

/// <summary>The side of the page report: kinds with their counts, and what can be filtered by.</summary>
internal static class PageFilters
{
    public static Html Write(Manifest manifest)
    {
        var html = new Html();
        html.AddRaw("""
            <nav class="side box" aria-label="Filters">
            <details class="filters" id="filters" open>
            <summary>Kinds and filters</summary>
            <label class="field first noprint" for="search">Search in the text</label>
            <input type="search" id="search" class="noprint" autocomplete="off">
            <div class="row noprint" role="group" aria-label="Blocks">
            <button type="button" data-show="all" aria-pressed="true">All</button>
            <button type="button" data-show="kept" aria-pressed="false">Kept</button>
            <button type="button" data-show="out" aria-pressed="false">Removed</button>
            </div>
            <div class="row noprint">
            <button type="button" id="order" aria-pressed="false">Least sure first</button>
            <button type="button" id="reset">Reset</button>
            <button type="button" id="ask" aria-label="Keys">?</button>
            </div>
            <h2>Removed <span class="n">blocks</span><span class="c">characters</span></h2>

            """);
        AddKinds(html, manifest.Blocks.Where(static b => !b.Kind.IsKept()));
        html.AddRaw("<h2>Kept</h2>\n");
        AddKinds(html, manifest.Blocks.Where(static b => b.Kind.IsKept()));
        html.AddRaw("""
            <label class="field" for="rule">Rule</label>
            <select id="rule"><option value="">every rule</option>
            """);
        foreach (var rule in manifest.Blocks.CountBy(static b => b.Rule).OrderBy(static r => r.Key, StringComparer.Ordinal))
        {
            html.Add($"<option value=\"{rule.Key}\">{rule.Key} ({rule.Value:N0})</option>");
        }

        return html.AddRaw("""
            </select>
            <label class="field" for="sure">Confidence: <output id="most" for="sure">any</output></label>
            <input type="range" id="sure" min="0" max="100" step="5" value="100">
            </details>
            </nav>

            """);
    }

    private static void AddKinds(Html html, IEnumerable<ManifestBlock> blocks)
    {
        var kinds = blocks.GroupBy(static b => b.Kind)
            .Select(static g => (Name: g.Key.Name(), Blocks: g.Count(), CodePoints: g.Sum(static b => (long)b.Linear.Length)))
            .OrderByDescending(static k => k.CodePoints)
            .ThenBy(static k => k.Name, StringComparer.Ordinal)
            .ToList();
        if (kinds.Count == 0)
        {
            html.AddRaw("<p class=\"quiet\">nothing</p>\n");
            return;
        }

        html.AddRaw("<ul class=\"kinds\">\n");
        foreach (var (name, count, codePoints) in kinds)
        {
            html.Add($"<li><label title=\"{count:N0} blocks, {codePoints:N0} characters\"><input type=\"checkbox\" value=\"{name}\" checked><span class=\"swatch\" data-t=\"{name}\"></span>{name}<span class=\"n\">{count:N0}</span><span class=\"c\">{codePoints:N0}</span></label></li>\n");
        }

        html.AddRaw("</ul>\n");
    }
}
