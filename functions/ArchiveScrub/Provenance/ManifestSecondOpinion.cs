using System.Text.Json.Serialization;

namespace ArchiveScrub;

/// <summary>How another tool's idea of the article agrees with the clean text.</summary>
public sealed record ManifestSecondOpinion
{
    /// <summary>What the tool's option begins with, in <see cref="ManifestTool.Options"/>, where another tool was asked; its name follows.</summary>
    public const string Option = "second-opinion=";

    /// <summary>
    /// 0 to 1: F1 of the two texts' words as multisets, case and punctuation aside; two decimals. 0 where the other tool
    /// finds no article, 1 where neither text has a word.
    /// </summary>
    [JsonPropertyName("agreement")]
    public required double Agreement { get; init; }

    /// <summary>The other tool, <c>name/version</c>.</summary>
    [JsonPropertyName("tool")]
    public required string Tool { get; init; }
}
