using System.Text.Json.Serialization;

namespace ArchiveScrub;

/// <summary>One block of the page and the verdict on it.</summary>
public sealed record ManifestBlock
{
    /// <summary>Its bytes in the payload (a Web Annotation DataPositionSelector); markup between its first and last character is inside.</summary>
    [JsonPropertyName("bytes")]
    public TextRange? Bytes { get; init; }

    /// <summary>Code points in the clean text; absent where the block's text is not in the clean text.</summary>
    [JsonPropertyName("clean")]
    public TextRange? Clean { get; init; }

    /// <summary>Confidence of the verdict, 0 to 1.</summary>
    [JsonRequired]
    [JsonPropertyName("confidence")]
    public double Confidence { get; init; }

    /// <summary>What the rule saw, as <c>name:value</c> terms.</summary>
    [JsonPropertyName("evidence")]
    public IReadOnlyList<string>? Evidence { get; init; }

    /// <summary>What the block is; see <see cref="ArchiveScrub.Kind"/>.</summary>
    [JsonPropertyName("kind")]
    public required Kind Kind { get; init; }

    /// <summary>Code points in the linear text (a Web Annotation TextPositionSelector).</summary>
    [JsonPropertyName("linear")]
    public required TextRange Linear { get; init; }

    /// <summary>XPath of the innermost element around it; absent in a text capture.</summary>
    [JsonPropertyName("path")]
    public string? Path { get; init; }

    /// <summary>Id of the rule that decided.</summary>
    [JsonPropertyName("rule")]
    public required string Rule { get; init; }

    /// <summary>The block's text in the linear text; present exactly where <see cref="Clean"/> is absent.</summary>
    [JsonPropertyName("text")]
    public string? Text { get; init; }

    /// <summary><c>kept</c> or <c>removed</c>; follows from the kind.</summary>
    [JsonPropertyName("verdict")]
    public string Verdict => Kind.IsKept() ? "kept" : "removed";
}
