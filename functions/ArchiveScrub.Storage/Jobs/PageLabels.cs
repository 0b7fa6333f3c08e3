using System.Globalization;

namespace ArchiveScrub.Storage;

/// <summary>
/// The labels of a page's results. The manifest, which commits them, has tags: <c>host</c>, <c>language</c>, <c>captured</c> (a date), <c>date</c> (the
/// dateline's, as far as it is known), <c>flagged</c> (<c>yes</c> or <c>no</c>), and a tag a flag, so that
/// <c>"flagNoContent" = 'yes'</c> finds pages with <c>no-content</c>. Both have metadata: the capture, its hash, the manifest's digest, the version.
/// </summary>
internal static class PageLabels
{
    private const int MaxTags = 10; // Blob index tags: limits

    public static ResultLabels Of(Manifest manifest)
    {
        var flags = manifest.Quality.Flags;
        var tags = new Dictionary<string, string>();
        Add("host", Uri.TryCreate(manifest.Page.TargetUri, UriKind.Absolute, out var uri) ? uri.IdnHost : null);
        Add("language", manifest.Result.Language);
        Add("captured", manifest.Page.CapturedAt?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add("date", manifest.Result.Dateline?.Date);
        Add("flagged", flags.Count > 0 ? "yes" : "no");
        foreach (var flag in flags.Take(MaxTags - tags.Count))
        {
            Add(Name(flag), "yes");
        }

        return new ResultLabels(tags, new Dictionary<string, string>
        {
            ["capture"] = LabelText.Ascii(manifest.Capture.Name),
            ["capturesha256"] = manifest.Capture.Sha256,
            ["manifestdigest"] = manifest.Digest ?? "",
            ["toolversion"] = manifest.Tool.Version,
        });

        // Letters only: the emulator's queries know no other names.
        static string Name(string flag) => "flag" + string.Concat(flag.Split('-').Where(static part => part.Length > 0).Select(static part => char.ToUpperInvariant(part[0]) + part[1..]));

        void Add(string name, string? value)
        {
            if (LabelText.Tag(value) is { } text)
            {
                tags[name] = text;
            }
        }
    }
}
