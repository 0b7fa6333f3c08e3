using ArchiveScrub.Quality.Metrics;

namespace ArchiveScrub.Quality.Corpora;

/// <summary>A page of the corpus in one format, read and ready to be scrubbed and scored.</summary>
internal sealed class CorpusPage
{
    /// <summary>The corpus's id.</summary>
    public required string Id { get; init; }

    /// <summary>Whether it is the raw page or the text capture.</summary>
    public required PageFormat Format { get; init; }

    /// <summary>The bytes, as captured.</summary>
    public required byte[] Payload { get; init; }

    /// <summary>Where it was captured from, where the scrubber is to know it.</summary>
    public string? TargetUri { get; init; }

    /// <summary>The ground truth.</summary>
    public required PageGold Gold { get; init; }

    /// <summary>The labels of the lines; null for HTML.</summary>
    public TextGold? TextGold { get; init; }

    /// <summary>The lines of a text capture; null for HTML.</summary>
    public TextLines? Lines { get; init; }

    /// <summary>The page as the scrubber takes it. The capture date is not known, so it is not given.</summary>
    public Page ToPage() => new()
    {
        Capture = new CaptureIdentity(null, Id + (Format == PageFormat.Html ? ".html" : ".txt"), Payload.Length, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Payload))),
        Payload = Payload,
        Format = Format,
        TargetUri = TargetUri,
    };
}
