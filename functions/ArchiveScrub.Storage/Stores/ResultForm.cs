namespace ArchiveScrub.Storage;

/// <summary>A form of result: what is put behind the capture's name, and the media type.</summary>
public sealed record ResultForm
{
    /// <summary>The clean text of a capture with one page.</summary>
    public static readonly ResultForm CleanText = new(".clean.txt", "text/plain; charset=utf-8");

    /// <summary>The manifest of a capture with one page.</summary>
    public static readonly ResultForm Manifest = new(".manifest.json", "application/json");

    /// <summary>The quarantine record of a capture that could not be scrubbed.</summary>
    public static readonly ResultForm Error = new(".error.json", "application/json");

    private ResultForm(string suffix, string mediaType) => (Suffix, MediaType) = (suffix, mediaType);

    /// <summary>The forms that commit results: they are written last.</summary>
    public static IReadOnlyList<ResultForm> Commits { get; } = [Manifest];

    /// <summary>Every form.</summary>
    public static IReadOnlyList<ResultForm> All { get; } = [CleanText, Manifest, Error];

    /// <summary>The end of the name.</summary>
    public string Suffix { get; }

    /// <summary>The media type.</summary>
    public string MediaType { get; }
}
