namespace ArchiveScrub.Chrome;

/// <summary>
/// One rule: it looks at the page, and decides those blocks of which it is certain. Rules run in the order of
/// <see cref="RuleSet"/>; what one has decided, no later one changes, but for advice: a certain rule puts its verdict in
/// the place of an earlier one's advice.
/// </summary>
internal abstract class ChromeRule
{
    /// <summary>What the rule is.</summary>
    public abstract RuleDescription Description { get; }

    /// <summary>
    /// Whether what the rule removes is removed for certain. Otherwise its verdict is advice: the model may keep the
    /// block, and names this rule and its kind where it does not.
    /// </summary>
    public virtual bool IsCertain => true;

    /// <summary>Id of the rule.</summary>
    public string Id => Description.Id;

    /// <summary>Decides blocks.</summary>
    public abstract void Apply(ChromePage page);
}
