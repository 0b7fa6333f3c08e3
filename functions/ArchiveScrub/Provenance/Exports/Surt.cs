using System.Net;

namespace ArchiveScrub.Provenance.Exports;

/// <summary>
/// Sort-friendly URI Reordering Transform: <c>https://www.example.org/News?b&amp;a</c> is <c>org,example)/news?a&amp;b</c>.
/// As replay tools do it: no scheme, no <c>www</c>, no default port, no fragment, all in lower case, the parts of the
/// query in order, no slash at the end.
/// </summary>
internal static class Surt
{
    /// <summary>The key of an address; null for one that is not of the web.</summary>
    public static string? Of(string address)
    {
        if (!Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.IdnHost.Length == 0)
        {
            return null;
        }

        var host = uri.IdnHost.ToLowerInvariant().TrimEnd('.');
        if (!IPAddress.TryParse(host, out _))
        {
            var labels = host.Split('.');
            var isWww = labels.Length > 2 && labels[0].StartsWith("www", StringComparison.Ordinal) && labels[0][3..].All(char.IsAsciiDigit);
            host = string.Join(',', labels.Skip(isWww ? 1 : 0).Reverse());
        }

        var port = uri.IsDefaultPort ? "" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $":{uri.Port}");
        var path = uri.AbsolutePath.TrimEnd('/');
        var query = uri.Query.Length <= 1 ? "" : "?" + string.Join('&', uri.Query[1..].Split('&').Order(StringComparer.Ordinal));
        return $"{host}{port}){(path.Length == 0 ? "/" : path)}{query}".ToLowerInvariant().Replace(" ", "%20", StringComparison.Ordinal);
    }
}
