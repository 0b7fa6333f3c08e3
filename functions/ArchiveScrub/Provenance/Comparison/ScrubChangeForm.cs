namespace ArchiveScrub;

/// <summary>Kinds of change between two scrubs, the gravest first.</summary>
public enum ScrubChangeForm
{
    /// <summary>It was kept and is removed.</summary>
    NowRemoved,

    /// <summary>It was removed and is kept.</summary>
    NowKept,

    /// <summary>The page as it is read has this text no more.</summary>
    TextLost,

    /// <summary>The page as it is read did not have this text.</summary>
    TextAdded,

    /// <summary>It is called another kind, on the same side.</summary>
    OtherKind,

    /// <summary>Another rule says the same.</summary>
    OtherRule,
}
