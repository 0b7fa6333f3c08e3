using System.Buffers;
using System.Text;

namespace ArchiveScrub.Captures.Zip;

/// <summary>Reads the names of entries. A name is data: it goes into manifests and tells what an entry is for, and is never used as a path.</summary>
internal static class ZipName
{
    private const int Utf8Flag = 0x0800;

    // Code page 437 from 0x80: what a name is in that does not say UTF-8 (APPNOTE appendix D).
    private const string Cp437 =
        "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly SearchValues<char> Unsafe = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(static c => (char)c), '\\', '\u007F']);

    /// <summary>Decodes a name: UTF-8 where it is, as many archives do not say so; code page 437 where it is not.</summary>
    public static string Decode(ReadOnlySpan<byte> name, int flags)
    {
        if (Ascii.IsValid(name))
        {
            return Encoding.ASCII.GetString(name);
        }

        try
        {
            return Strict.GetString(name);
        }
        catch (DecoderFallbackException)
        {
            return (flags & Utf8Flag) != 0 ? Encoding.UTF8.GetString(name) : DecodeCp437(name);
        }
    }

    /// <summary>
    /// Whether a name would lead out of a folder, or be another name somewhere, if it were used as a path: absolute,
    /// with <c>..</c>, <c>.</c> or empty parts, drive letters, backslashes, control characters.
    /// </summary>
    public static bool IsUnsafe(string name)
    {
        var path = name.AsSpan();
        path = path.EndsWith('/') ? path[..^1] : path;
        if (path.IsEmpty || path.ContainsAny(Unsafe) || (path.Length > 1 && path[1] == ':' && char.IsAsciiLetter(path[0])))
        {
            return true;
        }

        foreach (var part in path.Split('/'))
        {
            if (path[part] is "" or "." or "..")
            {
                return true;
            }
        }

        return false;
    }

    private static string DecodeCp437(ReadOnlySpan<byte> name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var b in name)
        {
            text.Append(b < 0x80 ? (char)b : Cp437[b - 0x80]);
        }

        return text.ToString();
    }
}
