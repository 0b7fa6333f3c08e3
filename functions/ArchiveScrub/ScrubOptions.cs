namespace ArchiveScrub;

/// <summary>What a user may choose. Whatever changes the result is named in the manifest.</summary>
public sealed record ScrubOptions
{
    /// <summary>How much goes into the clean text.</summary>
    public TextScope Text { get; init; } = TextScope.Full;

    /// <summary>Another tool that HTML pages are shown to; its agreement goes into the manifest's quality, and nowhere else.</summary>
    public ISecondOpinion? SecondOpinion { get; init; }

    /// <summary>What is known of the sites that pages are of.</summary>
    public SiteProfiles Profiles { get; init; } = SiteProfiles.Empty;
}
