using System.Text.Json.Serialization;

namespace ArchiveScrub;

/// <summary>What came out of a scrub.</summary>
public sealed record ManifestResult
{
    /// <summary>Who wrote it, as data.</summary>
    [JsonPropertyName("byline")]
    public string? Byline { get; init; }

    /// <summary>The clean text.</summary>
    [JsonPropertyName("clean")]
    public required ManifestText Clean { get; init; }

    /// <summary>Agencies and people named in credit lines.</summary>
    [JsonRequired]
    [JsonPropertyName("credits")]
    public IReadOnlyList<string> Credits { get; init; } = [];

    /// <summary>Place, date and agency; absent where the page shows no evidence of one.</summary>
    [JsonPropertyName("dateline")]
    public ManifestDateline? Dateline { get; init; }

    /// <summary>BCP 47 tag of the page's language, where it is known.</summary>
    [JsonPropertyName("language")]
    public string? Language { get; init; }

    /// <summary>The linear text: what the page said before anything was removed.</summary>
    [JsonPropertyName("linear")]
    public required ManifestText Linear { get; init; }

    /// <summary>Name of the rule by which linear text is made.</summary>
    [JsonPropertyName("linearRule")]
    public required string LinearRule { get; init; }

    /// <summary>What kind of page it is; absent where no model for that is in force.</summary>
    [JsonPropertyName("pageType")]
    public ManifestPageType? PageType { get; init; }

    /// <summary>What was removed, by kind; kinds in ordinal order of their names.</summary>
    [JsonPropertyName("removed")]
    public required SortedDictionary<string, ManifestRemoval> Removed
    {
        get;
        // The order is part of the document: ordinal, whoever made the dictionary.
        init => field = new SortedDictionary<string, ManifestRemoval>(value, StringComparer.Ordinal);
    }

    /// <summary>The headline.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; init; }
}
