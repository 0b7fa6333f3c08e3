using System.Text.Json.Serialization;

namespace ArchiveScrub.Quality.Seeds;

/// <summary>The dateline that a seed capture has to give.</summary>
internal sealed record SeedDateline
{
    /// <summary>Place as printed.</summary>
    [JsonPropertyName("place")]
    public string? Place { get; init; }

    /// <summary>Agency as printed.</summary>
    [JsonPropertyName("agency")]
    public string? Agency { get; init; }

    /// <summary>ISO 8601.</summary>
    [JsonPropertyName("date")]
    public string? Date { get; init; }

    /// <summary>ISO 8601, to the minute.</summary>
    [JsonPropertyName("time")]
    public string? Time { get; init; }

    /// <summary>From UTC: <c>+03:00</c>.</summary>
    [JsonPropertyName("offset")]
    public string? Offset { get; init; }

    /// <summary>Parts that the page does not state.</summary>
    [JsonPropertyName("inferred")]
    public string[] Inferred { get; init; } = [];

    /// <summary>The line that stands in the clean text: <c>PLACE, DATE (AGENCY)</c>.</summary>
    public string ToLine()
    {
        var when = Date is null ? null : Date + (Time is null ? "" : $"T{Time}{Offset}");
        var line = string.Join(", ", new[] { Place, when }.Where(part => part is not null));
        return Agency is null ? line : line.Length == 0 ? $"({Agency})" : $"{line} ({Agency})";
    }
}
