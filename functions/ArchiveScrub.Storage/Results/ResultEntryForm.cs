namespace ArchiveScrub.Storage;

/// <summary>What an entry of a store of results is.</summary>
public enum ResultEntryForm
{
    /// <summary>A page: a manifest, and a clean text beside it.</summary>
    Page,

    /// <summary>A capture that holds many records: a summary, and manifests and clean texts of its pages.</summary>
    Records,

    /// <summary>A quarantine record.</summary>
    Quarantined,

    /// <summary>A clean text without a manifest, or manifests without a summary: the scrub did not come to its end, the capture is still to do.</summary>
    Uncommitted,
}
