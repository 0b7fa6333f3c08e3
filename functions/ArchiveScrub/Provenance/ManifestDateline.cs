using System.Text.Json.Serialization;

namespace ArchiveScrub;

/// <summary>A dateline, as the manifest tells it. See <see cref="ArchiveScrub.Dateline"/>.</summary>
public sealed record ManifestDateline
{
    /// <summary>Canonical names of the agency or agencies.</summary>
    [JsonPropertyName("agencies")]
    public IReadOnlyList<string>? Agencies { get; init; }

    /// <summary>Agency as printed.</summary>
    [JsonPropertyName("agency")]
    public string? Agency { get; init; }

    /// <summary>Why inferred parts have their value.</summary>
    [JsonPropertyName("basis")]
    public IReadOnlyList<string>? Basis { get; init; }

    /// <summary>0 to 1.</summary>
    [JsonPropertyName("confidence")]
    public required double Confidence { get; init; }

    /// <summary>ISO 8601 date.</summary>
    [JsonPropertyName("date")]
    public string? Date { get; init; }

    /// <summary>EDTF (ISO 8601-2), uncertain parts marked.</summary>
    [JsonPropertyName("edtf")]
    public string? Edtf { get; init; }

    /// <summary>Where each part was read.</summary>
    [JsonPropertyName("evidence")]
    public IReadOnlyList<ManifestDatelineEvidence>? Evidence { get; init; }

    /// <summary>Parts that the page does not state.</summary>
    [JsonRequired]
    [JsonPropertyName("inferred")]
    public IReadOnlyList<string> Inferred { get; init; } = [];

    /// <summary>Offset of the time from UTC: <c>+03:00</c>.</summary>
    [JsonPropertyName("offset")]
    public string? Offset { get; init; }

    /// <summary>Place as printed.</summary>
    [JsonPropertyName("place")]
    public string? Place { get; init; }

    /// <summary>Canonical names of the place or places.</summary>
    [JsonPropertyName("places")]
    public IReadOnlyList<ManifestPlace>? Places { get; init; }

    /// <summary>Time of day: <c>15:04</c>.</summary>
    [JsonPropertyName("time")]
    public string? Time { get; init; }

    /// <summary>Last update, ISO 8601.</summary>
    [JsonPropertyName("updated")]
    public string? Updated { get; init; }
}
