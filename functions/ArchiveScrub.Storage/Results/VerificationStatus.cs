namespace ArchiveScrub.Storage;

/// <summary>What came of checking a page's results.</summary>
public enum VerificationStatus
{
    /// <summary>All agrees, to the level that was asked for.</summary>
    Verified,

    /// <summary>Manifest and clean text agree; against the capture they could not be checked.</summary>
    NotDerivable,

    /// <summary>Something does not agree, or cannot be read.</summary>
    Wrong,
}
