namespace ArchiveScrub.Chrome;

/// <summary>
/// Whether a page looks like a report: one stretch of paragraphs that holds most of its prose. On such pages what stands
/// between the paragraphs may be judged more strictly than on a list of cards, where it may be all there is.
/// </summary>
internal static class ReportLook
{
    private const int MinBlocks = 4;
    private const int MinWords = 120;
    private const double MinShare = 0.5;
    private const double MinDensity = 0.25;

    /// <summary>Judges by the first idea of the body.</summary>
    public static bool Of(ChromePage page)
    {
        var main = page.Body.Main;
        return main.Blocks >= MinBlocks && main.Words >= MinWords
            && main.Words >= MinShare * page.Body.Stretches.Sum(static s => s.Words)
            && main.Blocks >= MinDensity * (main.Last - main.First + 1);
    }
}
