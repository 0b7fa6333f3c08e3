namespace ArchiveScrub.Storage;

/// <summary>How the scrub of a capture ended.</summary>
public enum ScrubStatus
{
    /// <summary>Its results are written.</summary>
    Scrubbed,

    /// <summary>A slice of it is done, and is a part of its results; they are joined when all parts are there.</summary>
    SliceDone,

    /// <summary>Its results were there already, made of the same bytes by the same tool with the same options.</summary>
    AlreadyDone,

    /// <summary>It cannot be scrubbed; a quarantine record says why.</summary>
    Quarantined,

    /// <summary>It was deleted before it was read; nothing is left to do.</summary>
    Gone,

    /// <summary>A store failed; the capture is still to do.</summary>
    Failed,

    /// <summary>It was written again while its slices were scrubbed, and the new version is to be delivered.</summary>
    Superseded,

    /// <summary>It was cut into slices, which are on their way.</summary>
    FannedOut,
}
