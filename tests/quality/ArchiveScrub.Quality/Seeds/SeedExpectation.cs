using System.Text.Json.Serialization;

namespace ArchiveScrub.Quality.Seeds;

/// <summary>What <c>expected.json</c> says of one seed capture; line numbers are 1-based.</summary>
internal sealed record SeedExpectation
{
    /// <summary>Lines that hold the headline.</summary>
    [JsonPropertyName("title_line")]
    public int[] TitleLines { get; init; } = [];

    /// <summary>Lines whose text survives, in order; a dateline prefix may go.</summary>
    [JsonPropertyName("keep")]
    public int[] Keep { get; init; } = [];

    /// <summary>Lines of chrome.</summary>
    [JsonPropertyName("drop")]
    public int[] Drop { get; init; } = [];

    /// <summary>Captions and credits.</summary>
    [JsonPropertyName("either")]
    public int[] Either { get; init; } = [];

    /// <summary>Lines that hold the evidence of the dateline.</summary>
    [JsonPropertyName("dateline_line")]
    public int[] DatelineLines { get; init; } = [];

    /// <summary>What the dateline says; null where the page has none.</summary>
    [JsonPropertyName("dateline")]
    public SeedDateline? Dateline { get; init; }

    /// <summary>Agencies of a closing credit line.</summary>
    [JsonPropertyName("credits")]
    public string[] Credits { get; init; } = [];
}
