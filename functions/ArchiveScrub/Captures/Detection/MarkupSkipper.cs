using System.Text;

namespace ArchiveScrub.Captures.Detection;

/// <summary>
/// Finds where markup ends: a tag, a comment, a script or style sheet with its content. An end that is not found once is
/// never looked for again, so that a page of a million unclosed comments takes no longer than another.
/// </summary>
internal ref struct MarkupSkipper(ReadOnlySpan<byte> payload)
{
    private readonly ReadOnlySpan<byte> _payload = payload;
    private bool _lacksTagEnd;
    private bool _lacksCommentEnd;
    private bool _lacksScriptEnd;
    private bool _lacksStyleEnd;

    /// <summary>The offset after the markup that starts with the <c>&lt;</c> at the given one; right after that where it starts none.</summary>
    public int Skip(int at)
    {
        var bytes = _payload[at..];
        if (bytes.StartsWith("<!--"u8))
        {
            return To(at, "-->"u8, ref _lacksCommentEnd);
        }

        if (bytes.Length < 2 || !(char.IsAsciiLetter((char)bytes[1]) || bytes[1] is (byte)'/' or (byte)'!' or (byte)'?'))
        {
            return at + 1;
        }

        if (StartsElement(bytes, "<script"u8))
        {
            return To(at, "</script"u8, ref _lacksScriptEnd);
        }

        return StartsElement(bytes, "<style"u8) ? To(at, "</style"u8, ref _lacksStyleEnd) : To(at, ">"u8, ref _lacksTagEnd);
    }

    private static bool StartsElement(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> tag) =>
        bytes.Length > tag.Length && Ascii.EqualsIgnoreCase(bytes[..tag.Length], tag) && !char.IsAsciiLetterOrDigit((char)bytes[tag.Length]);

    private readonly int To(int at, ReadOnlySpan<byte> end, ref bool lacks)
    {
        var found = lacks ? -1 : _payload[at..].IndexOf(end);
        lacks = found < 0;
        return found < 0 ? at + 1 : at + found + end.Length;
    }
}
