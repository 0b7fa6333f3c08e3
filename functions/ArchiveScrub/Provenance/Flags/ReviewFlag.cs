namespace ArchiveScrub.Provenance.Flags;

/// <summary>A reason for a person to look at a page; it changes nothing of the result.</summary>
internal abstract class ReviewFlag
{
    /// <summary>Its name in manifests.</summary>
    public abstract string Name { get; }

    /// <summary>Whether it is raised.</summary>
    public abstract bool IsRaised(ReviewedPage page);
}
