using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using ArchiveScrub.Chrome;
using ArchiveScrub.Chrome.Lexicons;
using ArchiveScrub.Provenance;

namespace ArchiveScrub;

/// <summary>Every rule by which a block is kept, moved or removed, for people to read.</summary>
public static class RuleCatalog
{
    private static readonly RuleSet Chrome = new(Lexicon.Load());

    /// <summary>The rules, in the order in which they are asked.</summary>
    public static IReadOnlyList<RuleDescription> All { get; } = [.. Chrome.Descriptions, PieceCutter.Rule, ScrubbedText.Rule];

    /// <summary><c>sha256:</c> and the digest of the rules, their words, and every table that a result depends on, as manifests name it.</summary>
    public static string Digest { get; } = ComputeDigest();

    private static string ComputeDigest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(Chrome.Digest));
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            // Lexicons are in the digest of the chrome rules; schemas and reports decide nothing, and tzdb- tables hold what the tz database does.
            if (!name.EndsWith(".lexicon", StringComparison.Ordinal) && !name.Contains(".tzdb-", StringComparison.Ordinal) && !name.EndsWith(".schema.json", StringComparison.Ordinal) && !name.StartsWith("ArchiveScrub.Report.", StringComparison.Ordinal))
            {
                using var table = assembly.GetManifestResourceStream(name)!;
                hash.AppendData(Encoding.UTF8.GetBytes(name));
                hash.AppendData(SHA256.HashData(table));
            }
        }

        return "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
