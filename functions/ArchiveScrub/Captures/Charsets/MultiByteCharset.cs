namespace ArchiveScrub.Captures.Charsets;

/// <summary>
/// A charset of one to four bytes a character, read as the Encoding standard reads it (sections 10 to 13): an ASCII byte
/// that cannot be a trail byte is never swallowed with the lead byte before it, so that no markup is lost.
/// Immutable; what a charset has to remember between characters is the caller's.
/// </summary>
internal abstract class MultiByteCharset
{
    /// <summary>The scalar value of a malformed sequence.</summary>
    public const int Malformed = -1;

    /// <summary>The scalar value of bytes that stand for no character: an escape sequence.</summary>
    public const int Nothing = -2;

    /// <summary>Whether ASCII bytes always stand for themselves where a character starts.</summary>
    public virtual bool AsciiIsPlain => true;

    /// <summary>Reads the character that starts with the first byte; there is at least one.</summary>
    /// <param name="bytes">The rest of the payload.</param>
    /// <param name="state">0 at the start of a payload.</param>
    /// <param name="scalar">A scalar value, <see cref="Malformed"/> or <see cref="Nothing"/>.</param>
    /// <returns>How many bytes it takes, at least one.</returns>
    public abstract int Read(ReadOnlySpan<byte> bytes, ref int state, out int scalar);

    /// <summary>How many bytes a malformed pair takes: one where the second byte may be something of its own.</summary>
    protected static int MalformedPair(byte trail, out int scalar)
    {
        scalar = Malformed;
        return trail < 0x80 ? 1 : 2;
    }

    /// <summary>A single byte, or a lead byte at the end of the payload.</summary>
    protected static int Single(int value, out int scalar)
    {
        scalar = value;
        return 1;
    }
}
