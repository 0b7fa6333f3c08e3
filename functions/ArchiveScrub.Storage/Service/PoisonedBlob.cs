using System.Text.Json.Serialization;

namespace ArchiveScrub.Storage;

/// <summary>What the platform's blob trigger writes into its poison queue.</summary>
public sealed record PoisonedBlob
{
    /// <summary>The blob's name.</summary>
    [JsonPropertyName("BlobName")]
    public required string BlobName { get; init; }

    /// <summary>The container's name.</summary>
    [JsonPropertyName("ContainerName")]
    public required string ContainerName { get; init; }

    /// <summary>The version that failed, quoted or not.</summary>
    [JsonPropertyName("ETag")]
    public string? ETag { get; init; }

    /// <summary>The function that failed.</summary>
    [JsonPropertyName("FunctionId")]
    public string? FunctionId { get; init; }
}
