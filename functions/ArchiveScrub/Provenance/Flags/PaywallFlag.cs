using System.Text.RegularExpressions;

namespace ArchiveScrub.Provenance.Flags;

/// <summary>
/// The page may be the part of an article that those see who have not paid. Two of three have to agree: the page
/// declares that it is not free (schema.org's <c>isAccessibleForFree</c>, <c>article:content_tier</c>), a wall stands
/// where the text ends ("to continue reading …"), the text is short or breaks off. A declaration alone is none: archives
/// often hold the whole text of such pages.
/// </summary>
internal sealed partial class PaywallFlag(FlagPhrases phrases) : ReviewFlag
{
    /// <summary>What is left outside a wall is a few paragraphs.</summary>
    private const int ShortWords = 200;

    /// <summary>With a wall where the text ends, and no declaration, it may be this long and still be a part.</summary>
    private const int ExcerptWords = 700;

    /// <summary>How many blocks after the body the wall may begin.</summary>
    private const int NearBlocks = 6;

    public override string Name => "paywall";

    public override bool IsRaised(ReviewedPage page)
    {
        var isDeclared = IsDeclared(page);
        var hasWall = HasWall(page);
        return (isDeclared && (hasWall || page.BodyWords < ShortWords || BreaksOff(page)))
            || (hasWall && page.BodyWords < ExcerptWords);
    }

    private static bool IsDeclared(ReviewedPage page) =>
        page.Segmented.Head.JsonLd.Any(static json => json.Contains("isAccessibleForFree", StringComparison.OrdinalIgnoreCase) && NotFree().IsMatch(json))
        || page.Segmented.Head.FirstMeta("article:content_tier") is { } tier && tier.Trim().ToUpperInvariant() is "LOCKED" or "METERED";

    private bool HasWall(ReviewedPage page)
    {
        var last = page.LastOfBody;
        var first = Math.Max(page.FirstOfBody, last - NearBlocks);
        for (var i = Math.Max(first, 0); i < page.Blocks.Count && i <= last + NearBlocks; i++)
        {
            if (phrases.Holds(page.Blocks[i].Text, "wall.sentence"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool BreaksOff(ReviewedPage page) =>
        page.LastOfBody >= 0 && page.Blocks[page.LastOfBody].Text.TrimEnd('"', '\'', '\u201D', ']', ')', ' ') is var text && (text.EndsWith('\u2026') || text.EndsWith("...", StringComparison.Ordinal));

    [GeneratedRegex("""["']isAccessibleForFree["']\s*:\s*["']?(https?:\\?/\\?/schema\.org\\?/)?false\b""", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex NotFree();
}
