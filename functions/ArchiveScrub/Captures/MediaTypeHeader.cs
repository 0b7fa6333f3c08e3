using System.Runtime.InteropServices;

namespace ArchiveScrub.Captures;

/// <summary>A <c>Content-Type</c> value, as far as it matters here (RFC 9110 section 8.3.1), read leniently.</summary>
/// <param name="Type">The media type without parameters, lower case; null where there is none.</param>
/// <param name="Charset">The <c>charset</c> parameter, verbatim but without quotes; null where there is none.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MediaTypeHeader(string? Type, string? Charset)
{
    public static MediaTypeHeader Parse(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return default;
        }

        var rest = value.AsSpan();
        var type = Next(ref rest);
        string? charset = null;
        while (!rest.IsEmpty && charset is null)
        {
            var parameter = Next(ref rest);
            var equals = parameter.IndexOf('=');
            if (equals > 0 && parameter[..equals].Trim().Equals("charset", StringComparison.OrdinalIgnoreCase))
            {
                var label = parameter[(equals + 1)..].Trim(" \t\"'");
                charset = label.IsEmpty ? null : label.ToString();
            }
        }

        return new MediaTypeHeader(type.IsEmpty ? null : type.ToString().ToLowerInvariant(), charset);
    }

    private static ReadOnlySpan<char> Next(ref ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf(';');
        var part = end < 0 ? rest : rest[..end];
        rest = end < 0 ? [] : rest[(end + 1)..];
        return part.Trim();
    }
}
