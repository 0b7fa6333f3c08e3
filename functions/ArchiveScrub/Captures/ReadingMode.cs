namespace ArchiveScrub;

/// <summary>What becomes of a record that is not as its format demands.</summary>
public enum ReadingMode
{
    /// <summary>It is read as far as it makes sense, and says in its warnings what was tolerated.</summary>
    Lenient,

    /// <summary>It fails: the first warning of a record is its error.</summary>
    Strict,
}
