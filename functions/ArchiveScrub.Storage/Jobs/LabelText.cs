using System.Text;

namespace ArchiveScrub.Storage;

/// <summary>Makes text fit into labels.</summary>
internal static class LabelText
{
    private const int MaxTagLength = 256; // Blob index tags: limits
    private const string TagSymbols = " +-./:=_";

    /// <summary>What a tag can say of a text; null where that is nothing.</summary>
    public static string? Tag(string? value)
    {
        var text = string.Concat((value ?? "").Where(static c => char.IsAsciiLetterOrDigit(c) || TagSymbols.Contains(c, StringComparison.Ordinal)).Take(MaxTagLength)).Trim();
        return text.Length == 0 ? null : text;
    }

    /// <summary>As a header can carry it: percent-encoded UTF-8, with U+FFFD for what is not Unicode.</summary>
    public static string Ascii(string value) => Uri.EscapeDataString(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value)));
}
