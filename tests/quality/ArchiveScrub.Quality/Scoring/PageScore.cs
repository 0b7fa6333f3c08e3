using System.Text.Json.Serialization;
using ArchiveScrub.Quality.Metrics;

namespace ArchiveScrub.Quality.Scoring;

/// <summary>The figures of one page. Everything in it is the same on every run and machine, but <see cref="Milliseconds"/>, which is not written.</summary>
internal sealed record PageScore
{
    /// <summary>The corpus's id.</summary>
    public required string Id { get; init; }

    /// <summary>HTML or text capture.</summary>
    public required PageFormat Format { get; init; }

    /// <summary>Article, forum, product ...</summary>
    public required string Type { get; init; }

    /// <summary>Whether the page counts in the means: all HTML pages do, and the text captures that show their content.</summary>
    public required bool IsScored { get; init; }

    /// <summary>Words of output and gold.</summary>
    public WordScore Words { get; init; }

    /// <summary>Wanted and forbidden snippets.</summary>
    public SnippetScore Snippets { get; init; }

    /// <summary>Lines, mapped back from the output; text captures only.</summary>
    public LineTally? Lines { get; init; }

    /// <summary>Lines by the places of the kept blocks (of the kept lines, for a trivial system); text captures only.</summary>
    public LineTally? LinesByVerdict { get; init; }

    /// <summary>The first 16 hex digits of the SHA-256 of the output: tells whether it changed at all.</summary>
    public string? Output { get; init; }

    /// <summary>What was thrown, where something was.</summary>
    public string? Error { get; init; }

    /// <summary>Time that the system took.</summary>
    [JsonIgnore]
    public double Milliseconds { get; init; }

    /// <summary>Size of the payload in bytes.</summary>
    [JsonIgnore]
    public int Bytes { get; init; }
}
