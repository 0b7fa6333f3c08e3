namespace ArchiveScrub.Datelines;

/// <summary>One thing that was found about a dateline, used or not: for the manifest.</summary>
/// <param name="Field">What it is about: <c>place</c>, <c>agency</c>, <c>date</c>, <c>updated</c>, <c>byline</c>, <c>credits</c>.</param>
/// <param name="Source">Where it stands: <c>prefix</c>, <c>timestamp</c>, <c>time-element</c>, <c>json-ld</c>, <c>meta</c>, <c>url</c>, <c>byline</c>, <c>credit-line</c>.</param>
/// <param name="Value">What it says: a date as ISO 8601 to the precision that is stated, a name as printed.</param>
/// <param name="Block">Index of the block, where it stands in one.</param>
/// <param name="Range">UTF-16 units of the block's text, where it stands there.</param>
/// <param name="Rule">What recognised it: the name of a pattern or of a field.</param>
/// <param name="Used">Whether the dateline has it from here; what is not used agrees with it, conflicts with it, or was not needed.</param>
internal sealed record DatelineEvidence(string Field, string Source, string Value, int? Block, TextRange? Range, string Rule, bool Used = false)
{
    /// <summary>For a date: whether it names another day than the dateline has.</summary>
    public bool Conflicts { get; init; }

    /// <summary>For a date of the whole page: 0 to 1, how sure it is that this is the page's own.</summary>
    public double? Weight { get; init; }
}
