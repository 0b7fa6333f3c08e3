namespace ArchiveScrub.Provenance.Exports;

/// <summary>Names of the things that exports tell of: URNs made of digests, so that the same thing has the same name in every export.</summary>
internal static class Names
{
    /// <summary>What all of them begin with.</summary>
    public const string Space = "urn:archivescrub:";

    public static string Capture(Manifest manifest) => $"{Space}capture:{manifest.Capture.Sha256}";

    public static string Payload(Manifest manifest) => $"{Space}payload:{manifest.Page.Sha256}";

    public static string LinearText(Manifest manifest) => $"{Space}linear-text:{manifest.Result.Linear.Sha256}";

    public static string CleanText(Manifest manifest) => $"{Space}clean-text:{manifest.Result.Clean.Sha256}";

    public static string ManifestOf(Manifest manifest) => $"{Space}manifest:{Hex(manifest.Digest ?? ManifestJson.ComputeDigest(manifest))}";

    public static string Scrub(Manifest manifest) => $"{Space}scrub:{Hex(manifest.Digest ?? ManifestJson.ComputeDigest(manifest))}";

    public static string Tool(Manifest manifest) => $"{Space}tool:{Hex(manifest.Tool.RuleSet)}";

    private static string Hex(string digest) => digest[(digest.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
