using ArchiveScrub.Captures.Sniffing;

namespace ArchiveScrub.Captures;

/// <summary>Reads a capture that is one page: an HTML or a plain-text file.</summary>
internal static class SinglePage
{
    public static async ValueTask<Page> ReadAsync(CaptureInput input, CancellationToken cancellationToken)
    {
        var (payload, sha256) = await input.ReadToEndAsync(cancellationToken);
        var description = input.Description;
        BlankCheck.ThrowIfNoText(payload, description.Name);

        var declared = MediaTypeHeader.Parse(description.MediaType);
        var format = FormatSniffer.Sniff(payload, description.Name, declared.Type);
        var identity = new CaptureIdentity(
            description.Store,
            description.Name,
            payload.Length,
            sha256,
            description.ETag,
            declared.Type ?? (format == PageFormat.Html ? "text/html" : "text/plain"));
        var page = new Page
        {
            Capture = identity,
            Payload = payload,
            Format = format,
            TargetUri = description.TargetUri,
            CapturedAt = description.CapturedAt,
            MediaType = declared.Type,
            DeclaredCharset = description.DeclaredCharset ?? declared.Charset,
        };
        BlankCheck.ThrowIfOnlyExoticBlanks(page);
        return page;
    }
}
