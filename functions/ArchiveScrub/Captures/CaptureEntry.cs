namespace ArchiveScrub;

/// <summary>
/// What stands at one place of a capture: a page, a record that is no page, one that cannot be read, or something
/// odd between records. Entries come in the order of the capture, and every record of it has exactly one that is not a
/// <see cref="WarningEntry"/>.
/// </summary>
public abstract record CaptureEntry
{
    private protected CaptureEntry()
    {
    }

    /// <summary>The record, as far as it could be read; null for a capture that is one page and for what stands between records.</summary>
    public RecordInfo? Record { get; init; }

    /// <summary>Where a slice may begin so that this entry is its first; null where none may.</summary>
    public long? StartsAt { get; init; }
}
