using System.Globalization;
using ArchiveScrub.Provenance;
using ArchiveScrub.Provenance.Report;

namespace ArchiveScrub;

/// <summary>
/// The report of one page for people: the page as it was read, what was removed and why. One HTML file, the same for the
/// same manifest, that fetches nothing and runs nothing of the capture.
/// </summary>
public static class PageReport
{
    /// <summary>Verdicts with less confidence than this are shown as ones to look at.</summary>
    internal const double Unsure = 0.6;

    /// <summary>Writes the report.</summary>
    /// <param name="manifest">The page's manifest.</param>
    /// <param name="cleanText">Its clean text.</param>
    /// <param name="rules">Descriptions of the rules, as far as they are known.</param>
    /// <exception cref="InvalidDataException">Manifest and clean text do not fit together.</exception>
    public static string Write(Manifest manifest, string cleanText, IEnumerable<RuleDescription> rules)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(cleanText);
        var texts = BlockTexts.Read(manifest, cleanText, out var problem) ?? throw new InvalidDataException(problem);
        var descriptions = rules.ToDictionary(static r => r.Id, static r => r.Description, StringComparer.Ordinal);
        var title = manifest.Result.Title ?? manifest.Capture.Name;
        var body = new Html()
            .AddRaw("<a class=\"skip\" href=\"#read\">Skip to the page as it was read</a>\n")
            .Add($"{PageHeader.Write(manifest, title)}")
            .AddRaw("<div class=\"page\">\n")
            .Add($"{PageFilters.Write(manifest)}")
            .AddRaw("<main>\n<div class=\"bar noprint\"><h2>The page as it was read</h2><p class=\"quiet\" id=\"count\" aria-live=\"polite\"></p></div>\n<div class=\"map noprint\" id=\"map\" aria-hidden=\"true\" title=\"The page from its first block to its last: kept is plain, removed has the colour of its kind\"></div>\n")
            .Add($"{PageDateline.Write(manifest)}")
            .Add($"{Blocks(manifest, texts)}")
            .AddRaw("<p class=\"empty\" id=\"none\" hidden>No block is like that.</p>\n</main>\n")
            .AddRaw(Panel)
            .AddRaw("</div>\n")
            .Add($"{Foot(manifest)}")
            .AddRaw(Help);
        return ReportDocument.Compose($"{title} – ArchiveScrub", "page", body, new PageData(manifest, descriptions).ToJson());
    }

    private static Html Blocks(Manifest manifest, string[] texts)
    {
        var html = new Html();
        html.Add($"<div class=\"read\" id=\"read\" lang=\"{manifest.Result.Language ?? ""}\">\n");
        for (var i = 0; i < texts.Length; i++)
        {
            var block = manifest.Blocks[i];
            var (element, style) = block.Kind.IsKept() ? Look(block.Kind) : ("p", "out");
            if (block.Confidence < Unsure)
            {
                style = (style + " unsure").Trim();
            }

            html.AddRaw(string.Create(CultureInfo.InvariantCulture, $"<{element} id=b{i}{(style.Length == 0 ? "" : $" class=\"{style}\"")} data-t={block.Kind.Name()}>"))
                .AddRaw(element == "pre" ? "\n" : "") // the parser takes one away
                .AddText(texts[i])
                .AddRaw($"</{element}>\n");
        }

        return html.AddRaw("</div>\n");
    }

    private static (string Element, string Style) Look(Kind kind) => kind switch
    {
        Kind.Title => ("h3", ""),
        Kind.Heading => ("h4", ""),
        Kind.Subtitle => ("p", "sub"),
        Kind.ListItem => ("p", "li"),
        Kind.TableRow => ("p", "tr"),
        Kind.Code => ("pre", ""),
        _ => ("p", ""),
    };

    private static Html Foot(Manifest manifest) => new Html().Add($"""
        <footer class="foot">
        <p>Capture SHA-256 <code>{manifest.Capture.Sha256}</code><br>Manifest digest <code>{manifest.Digest ?? ""}</code><br>{manifest.Tool.Name} {manifest.Tool.Version}, rules <code>{manifest.Tool.RuleSet}</code>{(manifest.Tool.Options.Count == 0 ? "" : ", options " + string.Join(" ", manifest.Tool.Options))}</p>
        </footer>

        """);

    private const string Panel = """
        <aside class="panel box" id="panel" data-empty aria-label="The chosen block">
        <button type="button" class="close" id="close" aria-label="Close">✕</button>
        <h2>Why</h2>
        <p class="verdict"><span class="swatch" id="swatch"></span><span id="what" aria-live="polite">Choose a block</span></p>
        <dl id="details"><dd class="soft">Hover, click, or press <kbd>j</kbd>: its rule, evidence, confidence and place in the capture stand here.</dd></dl>
        </aside>

        """;

    private const string Help = """
        <dialog id="help" aria-labelledby="helptitle">
        <h2 id="helptitle">Keys</h2>
        <table><tbody>
        <tr><td><kbd>j</kbd> <kbd>k</kbd></td><td>next and previous block; so do the arrow keys on a block</td></tr>
        <tr><td><kbd>n</kbd> <kbd>p</kbd></td><td>next and previous removed block</td></tr>
        <tr><td><kbd>u</kbd></td><td>next block that is not sure</td></tr>
        <tr><td><kbd>o</kbd></td><td>least sure first, or the order of the page</td></tr>
        <tr><td><kbd>/</kbd></td><td>search</td></tr>
        <tr><td><kbd>Esc</kbd></td><td>empty the search, let go of the block</td></tr>
        <tr><td><kbd>?</kbd></td><td>this list</td></tr>
        </tbody></table>
        <form method="dialog"><p><button autofocus>Close</button></p></form>
        </dialog>

        """;
}
