namespace ArchiveScrub.Timestamps;

/// <summary>What a page says a timestamp to be.</summary>
internal enum TimestampRole : byte
{
    /// <summary>Nothing is said.</summary>
    None,

    /// <summary>First publication.</summary>
    Published,

    /// <summary>A later change.</summary>
    Updated,
}
