using System.Globalization;

namespace ArchiveScrub.Cli;

/// <summary>
/// A URI as the key that indexes of web archives are sorted by (SURT, Sort-friendly URI Reordering Transform): the
/// host's labels from the top-level domain down, then path and query; lower case, without scheme, <c>www</c> and fragment.
/// </summary>
internal static class Surt
{
    public static string Of(string uri)
    {
        if (!Uri.TryCreate(uri, UriKind.Absolute, out var parsed) || parsed.Host.Length == 0)
        {
            return uri.ToLowerInvariant().Replace(' ', '+');
        }

        var labels = parsed.HostNameType == UriHostNameType.Dns ? parsed.IdnHost.ToLowerInvariant().Split('.') : [parsed.Host];
        if (labels.Length > 2 && labels[0].StartsWith("www", StringComparison.Ordinal) && labels[0].AsSpan(3).IndexOfAnyExceptInRange('0', '9') < 0)
        {
            labels = labels[1..];
        }

        Array.Reverse(labels);
        var port = parsed.IsDefaultPort ? "" : string.Create(CultureInfo.InvariantCulture, $":{parsed.Port}");
        var query = parsed.Query.Length > 1 ? "?" + string.Join('&', parsed.Query[1..].Split('&').Order(StringComparer.Ordinal)) : "";
        return $"{string.Join(',', labels)}{port}){parsed.AbsolutePath}{query}".ToLowerInvariant();
    }
}
