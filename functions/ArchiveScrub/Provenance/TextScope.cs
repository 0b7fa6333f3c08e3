namespace ArchiveScrub;

/// <summary>How much of what is kept goes into the clean text.</summary>
public enum TextScope
{
    /// <summary>Title, subtitle, dateline line and body.</summary>
    Full,

    /// <summary>The body only: title, subtitle, byline and dateline line are left to the manifest's fields.</summary>
    Body,
}
