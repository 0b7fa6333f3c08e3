namespace ArchiveScrub.Captures.Sniffing;

/// <summary>
/// The ASCII that shows in a payload whatever its charset, a byte a character: enough to look for markup and for
/// declarations before the charset is known.
/// </summary>
internal static class AsciiShadow
{
    /// <summary>The first bytes, or code units of wide text, at most <paramref name="size"/>; what is not ASCII shows as a high byte.</summary>
    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> payload, int size) => Of(payload, size, FormOf(payload));

    /// <inheritdoc cref="Of(ReadOnlySpan{byte}, int)"/>
    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> payload, int size, WideForm form)
    {
        var (unit, low) = form switch
        {
            WideForm.Utf16LittleEndian => (2, 0),
            WideForm.Utf16BigEndian => (2, 1),
            WideForm.Utf32LittleEndian => (4, 0),
            WideForm.Utf32BigEndian => (4, 3),
            _ => (1, 0),
        };
        if (unit == 1)
        {
            var start = ByteOrderMark.Find(payload).Length;
            return payload.Slice(start, Math.Min(payload.Length - start, size));
        }

        var shadow = new byte[Math.Min(payload.Length / unit, size)];
        for (var i = 0; i < shadow.Length; i++)
        {
            var character = payload.Slice(i * unit, unit);
            var ascii = character[low] < 0x80 && character.Count((byte)0) >= unit - 1;
            shadow[i] = ascii ? character[low] : (byte)0x80;
        }

        return shadow is [0x80, .. var rest] && ByteOrderMark.Find(payload).Length > 0 ? rest : shadow;
    }

    public static WideForm FormOf(ReadOnlySpan<byte> payload) => ByteOrderMark.Find(payload).Charset switch
    {
        "utf-16le" => WideForm.Utf16LittleEndian,
        "utf-16be" => WideForm.Utf16BigEndian,
        "utf-32le" => WideForm.Utf32LittleEndian,
        "utf-32be" => WideForm.Utf32BigEndian,
        "utf-8" => WideForm.None,
        _ => WideText.Detect(payload),
    };
}
