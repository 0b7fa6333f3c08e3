using ArchiveScrub.Blocks;
using ArchiveScrub.Chrome;
using ArchiveScrub.Credits;

namespace ArchiveScrub.Datelines;

/// <summary>Finds who wrote a page and which agencies its closing lines credit.</summary>
internal static class Authors
{
    private const int BlocksBeforeTitle = 4;
    private const int ClosingBlocks = 6;
    private const int MaxBareWords = 8;
    private const int MaxMetaLength = 100;

    /// <summary>The byline: by a block near the title, else by JSON-LD, else by a meta element.</summary>
    public static DatelineEvidence? Byline(SegmentedPage page, IReadOnlyList<Verdict> verdicts, Body body, JsonLd jsonLd)
    {
        for (var i = Math.Max(0, body.Title - BlocksBeforeTitle); i < page.Blocks.Count; i++)
        {
            var block = page.Blocks[i];
            var isByline = verdicts[i].Kind == Kind.Byline;
            if (!isByline && (i >= body.Start || !(verdicts[i].IsKept || verdicts[i].Kind is Kind.Timestamp or Kind.OtherChrome)))
            {
                continue;
            }

            var names = BylineParser.Default.Parse(block.Text) ?? (isByline ? Bare(block) : null);
            if (names is not null)
            {
                var start = block.Text.IndexOf(names, StringComparison.Ordinal);
                return new DatelineEvidence("byline", "byline", names, i, start < 0 ? null : new TextRange(start, start + names.Length), "byline", Used: true);
            }
        }

        if (jsonLd.Names("author") is { Count: > 0 } authors)
        {
            return new DatelineEvidence("byline", "json-ld", string.Join(", ", authors), null, null, "author", Used: true);
        }

        foreach (var (name, content) in MetaNames.Of(page.Head, "author"))
        {
            var trimmed = content.Trim();
            if (trimmed.Length is > 0 and < MaxMetaLength && !trimmed.Contains("://", StringComparison.Ordinal) && !trimmed.Contains('@', StringComparison.Ordinal))
            {
                return new DatelineEvidence("byline", "meta", BylineParser.Default.Parse(trimmed) ?? trimmed, null, null, name, Used: true);
            }
        }

        return null;
    }

    /// <summary>The place that a byline names after its names: <c>By Jane Doe in Damascus</c>; null where it names none that is known.</summary>
    public static DatelineEvidence? PlaceAfter(SegmentedPage page, DatelineEvidence byline)
    {
        if (byline is not { Block: { } block, Range: { } range })
        {
            return null;
        }

        var text = page.Blocks[block].Text;
        var reading = PrefixParser.BylinePlaces.Read(text[range.End..].TrimStart());
        if (reading?.Place is not { } place)
        {
            return null;
        }

        var start = text.Length - text[range.End..].TrimStart().Length;
        return new DatelineEvidence("place", "byline", text[(start + place.Start)..(start + place.End)], block, new TextRange(start + place.Start, start + place.End), reading.Pattern);
    }

    /// <summary>The agencies of the credit lines at the end of the body.</summary>
    public static IEnumerable<DatelineEvidence> Credits(SegmentedPage page, IReadOnlyList<Verdict> verdicts, Body body)
    {
        for (var i = 0; i < page.Blocks.Count; i++)
        {
            if (verdicts[i].Kind != Kind.Credit && !(verdicts[i].IsKept && i >= body.End - ClosingBlocks && i < body.End))
            {
                continue;
            }

            var text = page.Blocks[i].Text;
            var from = 0;
            foreach (var agency in CreditLineParser.Default.Parse(text))
            {
                var start = text.IndexOf(agency, from, StringComparison.Ordinal);
                from = start < 0 ? from : start + agency.Length;
                yield return new DatelineEvidence("credits", "credit-line", agency, i, start < 0 ? null : new TextRange(start, start + agency.Length), "credit-line", Used: true);
            }
        }
    }

    // A byline that is only a name.
    private static string? Bare(Block block) =>
        block.WordCount <= MaxBareWords && !block.Text.AsSpan().ContainsAnyInRange('0', '9') && !block.Text.Contains('\n', StringComparison.Ordinal) ? block.Text.Trim() : null;
}
