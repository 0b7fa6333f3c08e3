using System.Text;

namespace ArchiveScrub.Captures.Charsets;

/// <summary>The encoding that an XML declaration names (XML 1.0, section 4.3.3), as XHTML pages have it.</summary>
internal static class XmlDeclaration
{
    private const int LongestDeclaration = 256;

    /// <summary>The label, verbatim; null where there is none.</summary>
    public static string? Find(ReadOnlySpan<byte> payload)
    {
        var start = payload[..Math.Min(payload.Length, LongestDeclaration)].TrimStart(" \t\r\n"u8);
        var end = start.IndexOf("?>"u8);
        if (!start.StartsWith("<?xml"u8) || end < 0)
        {
            return null;
        }

        ReadOnlySpan<char> declaration = Encoding.Latin1.GetString(start[..end]);
        var name = declaration.IndexOf("encoding", StringComparison.Ordinal);
        if (name < 0)
        {
            return null;
        }

        var rest = declaration[(name + "encoding".Length)..].TrimStart();
        if (rest is not ['=', ..])
        {
            return null;
        }

        rest = rest[1..].TrimStart();
        if (rest is not ['"' or '\'', ..])
        {
            return null;
        }

        var close = rest[1..].IndexOf(rest[0]);
        var label = close < 0 ? [] : rest.Slice(1, close).Trim();
        return label.IsEmpty ? null : label.ToString();
    }
}
