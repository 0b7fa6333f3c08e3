namespace ArchiveScrub.Storage;

/// <summary>How the scrub of one capture ended.</summary>
public sealed record ScrubOutcome
{
    /// <summary>The capture.</summary>
    public required Delivery Delivery { get; init; }

    /// <summary>How it ended.</summary>
    public required ScrubStatus Status { get; init; }

    /// <summary>What was done; nothing unless <see cref="ScrubStatus.Scrubbed"/>.</summary>
    public PageTally Pages { get; init; } = PageTally.None;

    /// <summary>The records of a capture that holds many, all of them; none unless <see cref="ScrubStatus.Scrubbed"/>.</summary>
    public RecordTally Records { get; init; } = RecordTally.None;

    /// <summary>Why, where it is <see cref="ScrubStatus.Quarantined"/>.</summary>
    public QuarantineError? Error { get; init; }

    /// <summary>Why, in one line for people, where it is <see cref="ScrubStatus.Gone"/> or <see cref="ScrubStatus.Failed"/>.</summary>
    public string? Failure { get; init; }
}
