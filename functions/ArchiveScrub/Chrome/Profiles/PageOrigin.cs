using ArchiveScrub.Blocks;

namespace ArchiveScrub.Chrome.Profiles;

/// <summary>
/// Which site a page is of, and which of its pages it is. The site is the host of its address (what the capture says,
/// or else what the page says of itself), without <c>www</c> as web archives have it; hosts of one domain have templates
/// of their own. A page without an address is of the folder that its capture lies in.
/// </summary>
/// <param name="Site">The site.</param>
/// <param name="Id">The page: the same for all captures of one address. A hash.</param>
internal sealed record PageOrigin(SiteKey Site, ulong Id)
{
    private static readonly char[] Digits = [.. "0123456789"];

    /// <summary>Where a page comes from; null where nothing is known, as for a page from standard input.</summary>
    public static PageOrigin? Of(Page page, SegmentedPage segmented)
    {
        var canonical = Address(segmented.Head.CanonicalUri);
        var address = Address(page.TargetUri) ?? canonical ?? Address(segmented.Head.FirstMeta("og:url"));
        if (address is not null)
        {
            // A print version and a shared link name the page that they are copies of.
            var site = SiteOf(address);
            var self = canonical is not null && SiteOf(canonical) == site ? canonical : address;
            return new PageOrigin(new SiteKey(page.Format, site), SiteKey.Hash(site + self.PathAndQuery));
        }

        if (page.Capture.Store is null)
        {
            return null;
        }

        var name = page.Capture.Store + "/" + page.Capture.Name;
        return new PageOrigin(new SiteKey(page.Format, name[..(name.LastIndexOf('/') + 1)]), SiteKey.Hash(name));
    }

    private static Uri? Address(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0 ? uri : null;

    private static string SiteOf(Uri address)
    {
        var host = address.IdnHost.ToLowerInvariant().TrimEnd('.');
        if (host.StartsWith("www", StringComparison.Ordinal))
        {
            var rest = host[3..].TrimStart(Digits);
            host = rest.StartsWith('.') && rest.IndexOf('.', 1) > 0 ? rest[1..] : host;
        }

        return address.IsDefaultPort ? host : $"{host}:{address.Port}";
    }
}
