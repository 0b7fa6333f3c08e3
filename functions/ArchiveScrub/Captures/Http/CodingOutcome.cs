namespace ArchiveScrub.Captures.Http;

/// <summary>How the undoing of a content coding ended.</summary>
internal enum CodingOutcome
{
    /// <summary>All of it is undone.</summary>
    Whole,

    /// <summary>The data breaks off, or is damaged, after a part that could be decoded.</summary>
    Partial,

    /// <summary>The bytes are not in that coding.</summary>
    NotCoded,

    /// <summary>More would come out than the page limit.</summary>
    TooLarge,

    /// <summary>More would come out than the expansion limit.</summary>
    TooDense,
}
