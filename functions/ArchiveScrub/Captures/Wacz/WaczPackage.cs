namespace ArchiveScrub.Captures.Wacz;

/// <summary>What a WACZ says of itself.</summary>
internal sealed record WaczPackage
{
    /// <summary>The version that <c>datapackage.json</c> names.</summary>
    public string? Version { get; init; }

    /// <summary>The files that <c>datapackage.json</c> lists, by path; of one that is listed twice, the first.</summary>
    public IReadOnlyDictionary<string, WaczResource> Resources { get; init; } = new Dictionary<string, WaczResource>(StringComparer.Ordinal);

    /// <summary>Whether <c>datapackage.json</c> is the one that <c>datapackage-digest.json</c> names.</summary>
    public Integrity Package { get; init; }

    /// <summary>Whether there is a signature.</summary>
    public Integrity Signature { get; init; }

    /// <summary>What is odd about it.</summary>
    public IReadOnlyList<CaptureWarning> Warnings { get; init; } = [];

    /// <summary>What came of comparing a digest.</summary>
    public static Integrity IntegrityOf(RecordDigest? digest) => digest switch
    {
        null => Integrity.Absent,
        { Matches: null } => Integrity.Unchecked,
        { Matches: true } => Integrity.Verified,
        _ => Integrity.Mismatch,
    };
}
