using System.Globalization;
using System.Text;

namespace ArchiveScrub.Storage;

/// <summary>
/// The labels of a page's results. Tags: <c>host</c>, <c>language</c>, <c>captured</c> (a date), <c>date</c> (the
/// dateline's, as far as it is known), <c>flagged</c> (<c>yes</c> or <c>no</c>), and a tag <c>flag-NAME</c> a flag, so
/// that <c>"flag-no-content" = 'yes'</c> finds them. Metadata: the capture, its hash, the manifest's digest, the version.
/// </summary>
internal static class PageLabels
{
    private const int MaxTags = 10; // Blob index tags: limits
    private const int MaxValueLength = 256;

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
            Add("flag-" + flag, "yes");
        }

        return new ResultLabels(tags, new Dictionary<string, string>
        {
            ["capture"] = Ascii(manifest.Capture.Name),
            ["capturesha256"] = manifest.Capture.Sha256,
            ["manifestdigest"] = manifest.Digest ?? "",
            ["toolversion"] = manifest.Tool.Version,
        });

        void Add(string name, string? value)
        {
            if (TagValue(value) is { Length: > 0 } text)
            {
                tags[name] = text;
            }
        }
    }

    /// <summary>As a header can carry it: percent-encoded UTF-8, lone surrogates as U+FFFD.</summary>
    private static string Ascii(string name) => Uri.EscapeDataString(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)));

    private static string? TagValue(string? value)
    {
        if (value is null)
        {
            return null;
        }

        var allowed = value.Where(static c => char.IsAsciiLetterOrDigit(c) || " +-./:=_".Contains(c, StringComparison.Ordinal)).Take(MaxValueLength);
        return string.Concat(allowed).Trim();
    }
}
