namespace ArchiveScrub;

/// <summary>What two scrubs of one page differ in.</summary>
/// <param name="Changes">Stretches of the page, in its order.</param>
/// <param name="Fields">Fields of the result (title, byline, dateline, language, flags) that differ: name, then, now.</param>
/// <param name="IsCleanTextChanged">Whether the clean text is another one.</param>
public sealed record PageComparison(IReadOnlyList<ScrubChange> Changes, IReadOnlyList<(string Field, string Old, string New)> Fields, bool IsCleanTextChanged)
{
    /// <summary>Whether anything differs.</summary>
    public bool IsChanged => Changes.Count > 0 || Fields.Count > 0 || IsCleanTextChanged;
}
