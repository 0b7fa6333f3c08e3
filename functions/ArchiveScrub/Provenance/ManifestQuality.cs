using System.Text.Json.Serialization;

namespace ArchiveScrub;

/// <summary>How far a result is to be trusted.</summary>
public sealed record ManifestQuality
{
    /// <summary>0 to 1, over the whole page.</summary>
    [JsonPropertyName("confidence")]
    public required double Confidence { get; init; }

    /// <summary>Reasons for a person to look: <c>no-content</c>, <c>mostly-removed</c>, <c>replaced-characters</c>, <c>paywall</c>, <c>soft-404</c>, <c>error-page</c>, <c>captcha</c>; sorted.</summary>
    [JsonRequired]
    [JsonPropertyName("flags")]
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>How another tool's idea of the article agrees, where one was asked.</summary>
    [JsonPropertyName("secondOpinion")]
    public ManifestSecondOpinion? SecondOpinion { get; init; }

    /// <summary>What went wrong while reading, as stable codes.</summary>
    [JsonRequired]
    [JsonPropertyName("warnings")]
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
