namespace ArchiveScrub.Provenance.Comparison;

/// <summary>A block as a comparison needs it.</summary>
/// <param name="Linear">Code points of the linear text.</param>
/// <param name="Kind">What it was called.</param>
/// <param name="Rule">Which rule said so.</param>
/// <param name="Text">Its text.</param>
internal sealed record VerdictRun(TextRange Linear, Kind Kind, string Rule, string Text)
{
    /// <summary>A part of its text, by code points of the linear text.</summary>
    public string Slice(TextRange range) =>
        new CodePointSlicer(Text).Slice(new TextRange(range.Start - Linear.Start, range.End - Linear.Start)) ?? "";
}
