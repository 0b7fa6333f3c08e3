namespace ArchiveScrub.Quality.Corpora;

/// <summary>The labels of one text capture.</summary>
/// <param name="Labels">By line number less one (lines as split at LF).</param>
/// <param name="IsScored">False where the content is not on the rendered page or the gold is empty.</param>
internal sealed record TextGold(LineLabel[] Labels, bool IsScored)
{
    /// <summary>The label of a 0-based line; lines past the listing hold white space only.</summary>
    public LineLabel this[int line] => line < Labels.Length ? Labels[line] : LineLabel.None;
}
