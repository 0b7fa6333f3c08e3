using ArchiveScrub.Chrome;
using ArchiveScrub.Chrome.Lexicons;

namespace ArchiveScrub;

/// <summary>Every rule of the chrome detector, for people to read.</summary>
public static class RuleCatalog
{
    /// <summary>The rules, in the order in which they are asked.</summary>
    public static IReadOnlyList<RuleDescription> All => new RuleSet(Lexicon.Load()).Descriptions;

    /// <summary><c>sha256:</c> and the digest of the rules and their words, as manifests name it.</summary>
    public static string Digest => new RuleSet(Lexicon.Load()).Digest;
}
