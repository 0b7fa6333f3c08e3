namespace ArchiveScrub;

/// <summary>What came of checking something against what is declared for it.</summary>
public enum Integrity
{
    /// <summary>Nothing is declared.</summary>
    Absent,

    /// <summary>It is what is declared.</summary>
    Verified,

    /// <summary>It is not what is declared.</summary>
    Mismatch,

    /// <summary>Something is declared that this version cannot check.</summary>
    Unchecked,
}
