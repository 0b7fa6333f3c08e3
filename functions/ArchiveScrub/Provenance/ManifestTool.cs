using System.Text.Json.Serialization;

namespace ArchiveScrub;

/// <summary>The tool, exactly enough to do the same again.</summary>
public sealed record ManifestTool
{
    /// <summary>Always <c>ArchiveScrub</c>.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>Options that change the result, as <c>name=value</c>, sorted; empty for the defaults.</summary>
    [JsonRequired]
    [JsonPropertyName("options")]
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary><c>sha256:</c> and the digest of the site profiles in use; absent where there are none.</summary>
    [JsonPropertyName("profile")]
    public string? Profile { get; init; }

    /// <summary><c>sha256:</c> and the digest of the rules and lexicons in force.</summary>
    [JsonPropertyName("ruleSet")]
    public required string RuleSet { get; init; }

    /// <summary>Version of the scrubber.</summary>
    [JsonPropertyName("version")]
    public required string Version { get; init; }
}
