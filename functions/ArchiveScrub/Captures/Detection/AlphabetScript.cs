namespace ArchiveScrub.Captures.Detection;

/// <summary>How the letters of an alphabet mix with those of ASCII.</summary>
internal enum AlphabetScript
{
    /// <summary>They stand in one word with them.</summary>
    Latin,

    /// <summary>They make words of their own.</summary>
    Other,
}
