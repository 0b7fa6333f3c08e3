using ArchiveScrub.Blocks;
using ArchiveScrub.Chrome;
using ArchiveScrub.Datelines;
using ArchiveScrub.Text;

namespace ArchiveScrub.Provenance;

/// <summary>Turns what the stages found into what the manifest says.</summary>
internal static class FindingsReader
{
    private static readonly string[] TitleMeta = ["og:title", "twitter:title"];

    public static Findings Read(SegmentedPage page, Verdict[] verdicts, DatelineFinding found, (string Text, string Source)? headTitle)
    {
        var title = Array.FindIndex(verdicts, static v => v.Kind == Kind.Title);
        return new Findings(
            title >= 0 ? page.Blocks[title].Text : headTitle?.Text,
            found.Byline,
            found.Credits,
            OfDateline(page, found),
            LanguageTag(page.Head.Language));
    }

    /// <summary>The title that the page's head gives, for a page that shows none; its source.</summary>
    public static (string Text, string Source)? HeadTitle(PageHead head, Verdict[] verdicts)
    {
        if (Array.Exists(verdicts, static v => v.Kind == Kind.Title))
        {
            return null;
        }

        var line = new BlockText();
        foreach (var name in TitleMeta)
        {
            if (head.FirstMeta(name) is { } given && line.Of(given) is { Length: > 0 } text)
            {
                return (text, "meta:" + name);
            }
        }

        return head.Title is { } title && line.Of(title) is { Length: > 0 } own ? (own, "title") : null;
    }

    private static ManifestDateline? OfDateline(SegmentedPage page, DatelineFinding found)
    {
        if (found.Dateline is not { } dateline)
        {
            return null;
        }

        return new ManifestDateline
        {
            Agencies = dateline.Agencies.Count == 0 ? null : dateline.Agencies,
            Agency = dateline.Agency,
            Basis = dateline.Basis.Count == 0 ? null : dateline.Basis,
            Confidence = ManifestBuilder.Round(dateline.Confidence),
            Date = dateline.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            Edtf = dateline.Edtf,
            Evidence = [.. found.Evidence.Select(e => OfEvidence(page, e))],
            Inferred = dateline.Inferred,
            Offset = dateline.Offset is { } offset ? Dateline.Iso(offset) : null,
            Place = dateline.Place,
            Places = dateline.Places.Count == 0 ? null : [.. dateline.Places.Select(p => new ManifestPlace { Country = p.Country, GeoNames = p.GeoNames, Name = p.Name })],
            Time = dateline.Time is { } time ? Dateline.Iso(time) : null,
            Updated = dateline.Updated,
        };
    }

    private static ManifestDatelineEvidence OfEvidence(SegmentedPage page, DatelineEvidence evidence) => new()
    {
        Conflicts = evidence.Conflicts ? true : null,
        Field = evidence.Field,
        Linear = evidence is { Block: { } block, Range: { } range } ? Linear(page, page.Blocks[block].Linear.Start, range) : null,
        Rule = evidence.Rule,
        Source = evidence.Source,
        Used = evidence.Used,
        Value = evidence.Value,
        Weight = evidence.Weight is { } weight ? ManifestBuilder.Round(weight) : null,
    };

    private static TextRange Linear(SegmentedPage page, int offset, TextRange range)
    {
        var start = CodePoints.Count(page.Linear.AsSpan(0, offset + range.Start));
        return new TextRange(start, start + CodePoints.Count(page.Linear.AsSpan(offset + range.Start, range.Length)));
    }

    /// <summary>A tag as BCP 47 writes it; null for what cannot be one.</summary>
    private static string? LanguageTag(string? declared)
    {
        var tag = declared?.Trim().Replace('_', '-');
        if (tag is not { Length: >= 2 and <= 35 } || !tag.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-') || !char.IsAsciiLetter(tag[0]) || !char.IsAsciiLetter(tag[1]))
        {
            return null;
        }

        var parts = tag.Split('-');
        parts[0] = parts[0].ToLowerInvariant();
        for (var i = 1; i < parts.Length; i++)
        {
            parts[i] = parts[i].Length == 2 ? parts[i].ToUpperInvariant() : parts[i];
        }

        return string.Join('-', parts);
    }
}
