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

    /// <summary>What a run learned of sites from its captures.</summary>
    public static readonly ResultForm Profiles = new(".profiles.json", "application/json");

    /// <summary>The clean texts of a capture with many records, as WARC <c>conversion</c> records.</summary>
    public static readonly ResultForm Wet = new(".wet.gz", "application/warc");

    /// <summary>The manifests of a capture with many records, a line each.</summary>
    public static readonly ResultForm Manifests = new(".manifest.jsonl.gz", "application/gzip");

    /// <summary>What became of the records that are no pages, a line each.</summary>
    public static readonly ResultForm Records = new(".records.jsonl.gz", "application/gzip");

    /// <summary>The summary of a capture with many records.</summary>
    public static readonly ResultForm Summary = new(".summary.json", "application/json");

    /// <summary>The results of a stretch of a capture, until they are joined.</summary>
    public static readonly ResultForm Part = new(".part", "application/octet-stream");

    private ResultForm(string suffix, string mediaType) => (Suffix, MediaType) = (suffix, mediaType);

    /// <summary>The forms that commit results: they are written last.</summary>
    public static IReadOnlyList<ResultForm> Commits { get; } = [Manifest, Summary];

    /// <summary>Every form.</summary>
    public static IReadOnlyList<ResultForm> All { get; } = [CleanText, Manifest, Error, Profiles, Wet, Manifests, Records, Summary, Part];

    /// <summary>The end of the name.</summary>
    public string Suffix { get; }

    /// <summary>The media type.</summary>
    public string MediaType { get; }
}
