namespace ArchiveScrub.Storage;

/// <summary>What an entry of a store of results is.</summary>
public enum ResultEntryForm
{
    /// <summary>A page: a manifest, and a clean text beside it.</summary>
    Page,

    /// <summary>A quarantine record.</summary>
    Quarantined,

    /// <summary>A clean text without a manifest: the scrub did not come to its end, the capture is still to do.</summary>
    Uncommitted,
}
