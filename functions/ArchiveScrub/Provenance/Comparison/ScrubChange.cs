namespace ArchiveScrub;

/// <summary>A stretch of a page on which two scrubs decided otherwise, or for other reasons.</summary>
/// <param name="OldKind">Its kind in the first scrub; null where the page did not have that text.</param>
/// <param name="OldRule">The rule that decided then.</param>
/// <param name="NewKind">Its kind in the second; null where the page has the text no more.</param>
/// <param name="NewRule">The rule that decides now.</param>
/// <param name="Text">Its text.</param>
public sealed record ScrubChange(Kind? OldKind, string? OldRule, Kind? NewKind, string? NewRule, string Text)
{
    /// <summary>What kind of change it is.</summary>
    public ScrubChangeForm Form => (OldKind, NewKind) switch
    {
        (null, _) => ScrubChangeForm.TextAdded,
        (_, null) => ScrubChangeForm.TextLost,
        ({ } old, { } now) when old.IsKept() != now.IsKept() => now.IsKept() ? ScrubChangeForm.NowKept : ScrubChangeForm.NowRemoved,
        var (old, now) when old != now => ScrubChangeForm.OtherKind,
        _ => ScrubChangeForm.OtherRule,
    };
}
