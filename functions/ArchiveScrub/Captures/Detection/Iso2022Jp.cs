using ArchiveScrub.Captures.Charsets;

namespace ArchiveScrub.Captures.Detection;

/// <summary>Tells ISO-2022-JP, whose bytes are all ASCII, by its escape sequences.</summary>
internal static class Iso2022Jp
{
    private const byte Escape = 0x1B;

    /// <summary>Whether all bytes are ASCII, Japanese is switched on somewhere, and no other escape sequence occurs.</summary>
    public static bool IsLikely(ReadOnlySpan<byte> bytes)
    {
        var at = bytes.IndexOf(Escape);
        if (at < 0 || bytes.ContainsAnyInRange((byte)0x80, (byte)0xFF))
        {
            return false;
        }

        var japanese = false;
        for (; at >= 0; at = bytes.IndexOf(Escape))
        {
            bytes = bytes[at..];
            var state = Iso2022JpCharset.StateAfterEscape(bytes);
            if (state < 0)
            {
                return false;
            }

            japanese |= state > 0;
            bytes = bytes[1..];
        }

        return japanese;
    }
}
