using MimeKit;
using MimeKit.Utils;

namespace ArchiveScrub.Captures.Mhtml;

/// <summary>The headers of an MHTML file or a part of it, as far as they matter here; of one that stands twice, the first.</summary>
internal sealed class MhtmlHeaders
{
    /// <summary><c>Content-Type</c>, verbatim.</summary>
    public string? MediaType { get; private set; }

    /// <summary><c>Content-Transfer-Encoding</c>, lower case (RFC 2045 section 6).</summary>
    public string? TransferEncoding { get; private set; }

    /// <summary><c>Content-ID</c> without angle brackets (RFC 2045 section 7).</summary>
    public string? Id { get; private set; }

    /// <summary><c>Content-Location</c> (RFC 2557 section 4.2).</summary>
    public string? Location { get; private set; }

    /// <summary><c>Snapshot-Content-Location</c>: where the page was captured, as Chromium writes it.</summary>
    public string? SnapshotLocation { get; private set; }

    /// <summary><c>Date</c> (RFC 5322 section 3.6.1).</summary>
    public DateTimeOffset? Date { get; private set; }

    public void Add(Header header)
    {
        // Folded values have their line breaks still in them.
        var value = header.Value.ReplaceLineEndings("").Trim();
        switch (header.Field.ToLowerInvariant())
        {
            case "content-type":
                MediaType ??= value;
                break;
            case "content-transfer-encoding":
                TransferEncoding ??= value.ToLowerInvariant();
                break;
            case "content-id":
                Id ??= Bare(value);
                break;
            case "content-location":
                Location ??= Unfolded(value);
                break;
            case "snapshot-content-location":
                SnapshotLocation ??= Unfolded(value);
                break;
            case "date":
                Date ??= DateUtils.TryParse(value, out var date) ? date : null;
                break;
        }
    }

    /// <summary>An id without its angle brackets; null where nothing is left.</summary>
    public static string? Bare(string? id)
    {
        var bare = id?.Trim().TrimStart('<').TrimEnd('>');
        return string.IsNullOrEmpty(bare) ? null : bare;
    }

    /// <summary>A URI that was folded over lines holds blanks that are not its own (RFC 2557 section 4.4.2).</summary>
    private static string Unfolded(string uri) => uri.Contains('\t', StringComparison.Ordinal) ? uri.Replace("\t", "", StringComparison.Ordinal) : uri;
}
