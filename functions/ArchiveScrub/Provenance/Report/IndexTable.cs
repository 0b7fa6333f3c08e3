using System.Buffers;
using System.Text;
using System.Text.Json;
using ArchiveScrub.Text;

namespace ArchiveScrub.Provenance.Report;

/// <summary>The table of pages: its frame, and the data that the script makes its rows of.</summary>
internal static class IndexTable
{
    public static Html Write(IReadOnlyList<PageSummary> pages, IndexKinds kinds)
    {
        var html = new Html();
        html.AddRaw("""
            <section class="box" id="pages" aria-labelledby="pagestitle">
            <h2 id="pagestitle">Pages</h2>
            <noscript><p>The table of pages needs its script; all else on this page does not.</p></noscript>
            <div class="tools noprint">
            <label>Search title and name <input type="search" id="search" autocomplete="off"></label>
            <label>For review <select id="review"><option value="">every page</option><option value="any">flagged</option><option value="odd">unlike the others</option>
            """);
        foreach (var (i, flag) in Flags(pages).Index())
        {
            html.Add($"<option value=\"{i}\">{flag} ({pages.Count(p => p.Flags.Contains(flag)):N0})</option>");
        }

        html.AddRaw("</select></label>\n<label>Kind <select id=\"kind\"><option value=\"\">every kind</option>");
        foreach (var (i, kind) in kinds.All.Index())
        {
            html.Add($"<option value=\"{i}\">{kind.Name} ({kind.Pages:N0})</option>");
        }

        return html.AddRaw("""
            </select></label>
            <button type="button" id="reset">Reset</button>
            </div>
            <p class="quiet" id="count" aria-live="polite"></p>
            <div class="scroll">
            <table class="pages">
            <thead><tr><th scope="col" data-column="page"><button type="button">Page</button></th><th scope="col" data-column="words"><button type="button">Words</button></th><th scope="col" data-column="removed"><button type="button">Removed</button></th><th scope="col" data-column="confidence"><button type="button">Confidence</button></th><th scope="col" data-column="review"><button type="button">For review</button></th></tr></thead>
            <tbody id="rows"></tbody></table>
            </div>
            <p class="soft" id="none" hidden>No page is like that.</p>
            <p class="more noprint"><button type="button" id="more" hidden>Show more</button></p>
            </section>

            """);
    }

    /// <summary>Shares as tenths of a percent, as whole numbers are short.</summary>
    public static string ToJson(IReadOnlyList<PageSummary> pages, IndexKinds kinds)
    {
        var flags = Flags(pages);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = CanonicalEncoder.Instance }))
        {
            writer.WriteStartObject();
            WriteStrings(writer, "kinds", kinds.All.Select(static k => k.Name));
            WriteStrings(writer, "flags", flags);
            writer.WriteStartArray("pages");
            foreach (var page in pages)
            {
                Write(writer, page, kinds, flags);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, PageSummary page, IndexKinds kinds, List<string> flags)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(page.Name);
        writer.WriteStringValue(page.Title ?? "");
        writer.WriteNumberValue(page.Words);
        writer.WriteNumberValue(Tenths(page.RemovedShare));
        writer.WriteNumberValue((int)Math.Round(page.Confidence * 100));
        WriteNumbers(writer, page.Flags.Select(f => flags.IndexOf(f)));
        WriteNumbers(writer, kinds.All.Index().Where(k => IndexKinds.IsOdd(page, k.Item)).Select(static k => k.Index).Concat(kinds.IsOdd(page) ? [-1] : []));
        writer.WriteStringValue(page.Link ?? "");
        foreach (var (i, kind) in kinds.All.Index())
        {
            if (page.Removed.TryGetValue(kind.Name, out var share))
            {
                writer.WriteNumberValue(i);
                writer.WriteNumberValue(Tenths(share));
            }
        }

        writer.WriteEndArray();
    }

    private static int Tenths(double share) => (int)Math.Round(1000 * share);

    private static List<string> Flags(IReadOnlyList<PageSummary> pages) => [.. pages.SelectMany(static p => p.Flags).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static void WriteStrings(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    private static void WriteNumbers(Utf8JsonWriter writer, IEnumerable<int> values)
    {
        writer.WriteStartArray();
        foreach (var value in values)
        {
            writer.WriteNumberValue(value);
        }

        writer.WriteEndArray();
    }
}
