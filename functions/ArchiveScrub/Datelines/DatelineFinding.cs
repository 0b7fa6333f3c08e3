namespace ArchiveScrub.Datelines;

/// <summary>What a page says of where, when and by whom it was reported.</summary>
internal sealed record DatelineFinding
{
    /// <summary>The dateline; null where the page gives no evidence of one.</summary>
    public Dateline? Dateline { get; init; }

    /// <summary>The prefix to take off its block; null where the dateline has none.</summary>
    public DatelinePrefix? Prefix { get; init; }

    /// <summary>Who wrote it, as printed, without "By".</summary>
    public string? Byline { get; init; }

    /// <summary>The agencies of a closing credit line, as printed and in that order.</summary>
    public IReadOnlyList<string> Credits { get; init; } = [];

    /// <summary>All that was found, in the order of its weight.</summary>
    public IReadOnlyList<DatelineEvidence> Evidence { get; init; } = [];
}
