using System.Buffers;
using System.Globalization;

namespace ArchiveScrub.Captures.Sniffing;

/// <summary>Finds captures that hold no text at all.</summary>
internal static class BlankCheck
{
    /// <summary>White space and control codes, in ASCII and, two or four bytes a unit, in UTF-16 and UTF-32.</summary>
    public static readonly SearchValues<byte> Blank = SearchValues.Create([.. Enumerable.Range(0, 0x21).Select(b => (byte)b), 0x7F]);

    /// <exception cref="CaptureException">There is nothing but white space and control codes, or binary data behind padding.</exception>
    public static void ThrowIfNoText(ReadOnlySpan<byte> payload, string capture)
    {
        var start = ByteOrderMark.Find(payload).Length;
        var first = payload[start..].IndexOfAnyExcept(Blank);
        if (first < 0)
        {
            throw NoText(capture, start);
        }

        // Data behind a long run of NULs was out of sight when the head was sniffed.
        if (start == 0 && first >= 512 && ContentSniffer.Sniff(payload.Slice(first, Math.Min(payload.Length - first, 4096))) is { Family: not ContentFamily.Text } content)
        {
            throw new CaptureException(CaptureErrorCodes.NotText, $"the capture is {content.Name} behind padding, not text", capture, offset: first);
        }
    }

    /// <exception cref="CaptureException">What is outside ASCII is white space too: no-break, ideographic, of no width.</exception>
    public static void ThrowIfOnlyExoticBlanks(Page page)
    {
        // Nearly every page shows a letter or a '<' among its first bytes; the others are decoded to see.
        if (page.Payload.Span.ContainsAnyInRange((byte)'!', (byte)'~'))
        {
            return;
        }

        foreach (var c in TextDecoder.Decode(page).Text)
        {
            if (!char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format))
            {
                return;
            }
        }

        throw NoText(page.Capture.Name, 0);
    }

    private static CaptureException NoText(string capture, long offset) =>
        new(CaptureErrorCodes.NoText, "the capture holds white space and control characters only", capture, offset: offset);
}
