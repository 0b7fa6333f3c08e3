namespace ArchiveScrub.Storage;

/// <summary>Tells whether two results are of the same tool.</summary>
internal static class ToolIdentity
{
    /// <summary>Same version, rules, profiles and options: the same bytes give the same result.</summary>
    public static bool IsSameAs(this ManifestTool tool, ManifestTool other) =>
        tool.Name == other.Name
        && tool.Version == other.Version
        && tool.RuleSet == other.RuleSet
        && tool.Profile == other.Profile
        && tool.Options.SequenceEqual(other.Options, StringComparer.Ordinal);
}
