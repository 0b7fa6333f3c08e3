namespace ArchiveScrub.Chrome;

/// <summary>
/// One rule: it looks at the page, and decides those blocks of which it is certain. Rules run in the order of
/// <see cref="RuleSet"/>; what one has decided, no later one changes.
/// </summary>
internal abstract class ChromeRule
{
    /// <summary>What the rule is.</summary>
    public abstract RuleDescription Description { get; }

    /// <summary>Id of the rule.</summary>
    public string Id => Description.Id;

    /// <summary>Decides blocks.</summary>
    public abstract void Apply(ChromePage page);
}
