using System.Text.Json.Serialization;

namespace ArchiveScrub;

/// <summary>What a WACZ says of a file and of a page in it: see <see cref="WaczChecks"/>.</summary>
public sealed record ManifestWacz
{
    /// <summary>Whether the file is the one that <c>datapackage.json</c> lists.</summary>
    [JsonPropertyName("file")]
    public required Integrity File { get; init; }

    /// <summary>The file's digest in <c>datapackage.json</c>.</summary>
    [JsonPropertyName("hash")]
    public ManifestRecordDigest? Hash { get; init; }

    /// <summary>Whether <c>datapackage.json</c> is the one that <c>datapackage-digest.json</c> names.</summary>
    [JsonPropertyName("package")]
    public required Integrity Package { get; init; }

    /// <summary>The page's id in the lists under <c>pages/</c>.</summary>
    [JsonPropertyName("pageId")]
    public string? PageId { get; init; }

    /// <summary>The page's title in the lists under <c>pages/</c>.</summary>
    [JsonPropertyName("pageTitle")]
    public string? PageTitle { get; init; }

    /// <summary>The signature in <c>datapackage-digest.json</c>.</summary>
    [JsonPropertyName("signature")]
    public required Integrity Signature { get; init; }

    /// <summary>The version that <c>datapackage.json</c> names.</summary>
    [JsonPropertyName("version")]
    public string? Version { get; init; }

    internal static ManifestWacz? Of(WaczChecks? checks) => checks is null ? null : new()
    {
        File = checks.File,
        Hash = ManifestRecordDigest.Of(checks.Hash),
        Package = checks.Package,
        PageId = checks.PageId,
        PageTitle = checks.PageTitle,
        Signature = checks.Signature,
        Version = checks.Version,
    };
}
