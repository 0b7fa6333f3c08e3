namespace ArchiveScrub;

/// <summary>How far a WACZ proves what is in it (WACZ 1.1.1, sections 5.2 and 5.3), and what it says of a page.</summary>
public sealed record WaczChecks
{
    /// <summary>The version that <c>datapackage.json</c> names; null where it names none.</summary>
    public string? Version { get; init; }

    /// <summary>The file's digest in <c>datapackage.json</c>, next to that of its bytes; null where none is declared.</summary>
    public RecordDigest? Hash { get; init; }

    /// <summary>Whether the file is the one that <c>datapackage.json</c> lists.</summary>
    public required Integrity File { get; init; }

    /// <summary>Whether <c>datapackage.json</c> is the one that <c>datapackage-digest.json</c> names.</summary>
    public required Integrity Package { get; init; }

    /// <summary>The signature in <c>datapackage-digest.json</c>; this version does not check one.</summary>
    public required Integrity Signature { get; init; }

    /// <summary>The page's id in the lists under <c>pages/</c>.</summary>
    public string? PageId { get; init; }

    /// <summary>The page's title in the lists under <c>pages/</c>.</summary>
    public string? PageTitle { get; init; }
}
