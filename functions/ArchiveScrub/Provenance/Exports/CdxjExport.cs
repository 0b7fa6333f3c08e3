using System.Globalization;

namespace ArchiveScrub.Provenance.Exports;

/// <summary>
/// CDXJ, the index that web archives are replayed by: a line a page, by address and date. Tools that know the capture by
/// it find the clean text by the same key.
/// </summary>
internal sealed class CdxjExport() : ManifestExport("cdxj", "")
{
    public override bool IsSorted => true;

    /// <inheritdoc/>
    /// <remarks>A page without an address or a date has no key, and no line.</remarks>
    public override string? Write(string name, Manifest manifest, string cleanText)
    {
        if (manifest.Page is not { TargetUri: { } uri, CapturedAt: { } date } || Surt.Of(uri) is not { } key)
        {
            return null;
        }

        var fields = JsonText.OfObject(line =>
        {
            line.WriteString("url", uri);
            line.WriteString("mime", manifest.Page.Format == PageFormat.Html ? "text/html" : "text/plain");
            line.WriteString("digest", "sha256:" + manifest.Page.Sha256);
            line.WriteString("filename", manifest.Page.Record?.Path ?? manifest.Capture.Name);
            if (manifest.Page.Record is { } record)
            {
                line.Optional("status", record.HttpStatus?.ToString(CultureInfo.InvariantCulture));
                line.Optional("length", record.Length?.ToString(CultureInfo.InvariantCulture));
                line.WriteString("offset", record.Offset.ToString(CultureInfo.InvariantCulture));
            }

            line.WriteString("clean", name);
            line.WriteString("cleanDigest", "sha256:" + manifest.Result.Clean.Sha256);
            line.WriteString("manifestDigest", manifest.Digest);
        });
        return $"{key} {date.ToUniversalTime().ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)} {fields}";
    }
}
