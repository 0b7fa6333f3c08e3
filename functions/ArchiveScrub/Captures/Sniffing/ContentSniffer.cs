namespace ArchiveScrub.Captures.Sniffing;

/// <summary>Tells text from what is not text by the bytes alone, whatever a name or a header claims.</summary>
internal static class ContentSniffer
{
    // Random bytes are control codes to 10 %; pages with a stray NUL or two stay far below 1 %.
    private const int MostBinaryPercent = 4;

    // A page that begins as HTML begins is given more credit: NULs between its tags are a known defect of old captures.
    private const int MostBinaryPercentOfMarkup = 30;

    public static Content Sniff(ReadOnlySpan<byte> head)
    {
        // Blanks and controls alone are no sign of any format.
        if (ByteOrderMark.Find(head).Length > 0 || !head.ContainsAnyExcept(BlankCheck.Blank))
        {
            return Content.Text;
        }

        if (Signatures.Find(head) is { } known)
        {
            return known;
        }

        // Padding says nothing of what it pads; a capture that is all padding has no text, which is not decided here.
        var body = head.Trim((byte)0);
        var binary = CountBinaryBytes(body);
        if (binary * 100L <= body.Length * (long)MostBinaryPercent || WideText.Detect(head) != WideForm.None)
        {
            return Content.Text;
        }

        return binary * 100L <= body.Length * (long)MostBinaryPercentOfMarkup && FormatSniffer.StartsAsDocument(head)
            ? Content.Text
            : new Content(ContentFamily.Binary, "binary data of an unknown format");
    }

    private static int CountBinaryBytes(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        for (var at = bytes.IndexOfAny(WideText.BinaryBytes); at >= 0; at = bytes.IndexOfAny(WideText.BinaryBytes))
        {
            count++;
            bytes = bytes[(at + 1)..];
        }

        return count;
    }
}
