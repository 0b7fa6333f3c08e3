namespace ArchiveScrub.Captures.Sniffing;

/// <summary>What can be done with a content.</summary>
internal enum ContentFamily
{
    /// <summary>Nothing speaks against text in some charset.</summary>
    Text,

    /// <summary>A container or compressed file that may hold pages.</summary>
    Container,

    /// <summary>Anything else: an image, a film, a program.</summary>
    Binary,
}
