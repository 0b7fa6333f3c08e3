namespace ArchiveScrub.Captures;

/// <summary>A decoded payload, with the way back from characters to bytes.</summary>
internal abstract class SourceText(string text, Charset charset)
{
    /// <summary>The characters, malformed sequences as U+FFFD, without a byte order mark; line ends as they were.</summary>
    public string Text { get; } = text;

    /// <summary>How they were decoded.</summary>
    public Charset Charset { get; } = charset;

    /// <summary>
    /// Byte offsets in the payload of UTF-16 positions in <see cref="Text"/> (0 to its length), which must come in
    /// ascending order: one pass over the text, whatever the charset.
    /// </summary>
    public abstract void MapToBytes(ReadOnlySpan<int> positions, Span<int> bytes);
}
