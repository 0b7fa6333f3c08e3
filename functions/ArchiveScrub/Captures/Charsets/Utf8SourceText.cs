using System.Text;

namespace ArchiveScrub.Captures.Charsets;

/// <summary>
/// UTF-8, decoded by the framework: a malformed sequence becomes one U+FFFD for each maximal subpart, as in the Encoding
/// standard. The way back counts bytes between positions, and looks at single bytes only where the text has a U+FFFD.
/// </summary>
internal sealed class Utf8SourceText : SourceText
{
    private const char ReplacementCharacter = '\uFFFD';

    private readonly ReadOnlyMemory<byte> _payload;
    private readonly int _start;

    private Utf8SourceText(string text, Charset charset, ReadOnlyMemory<byte> payload, int start)
        : base(text, charset)
    {
        _payload = payload;
        _start = start;
    }

    public static Utf8SourceText Decode(ReadOnlyMemory<byte> payload, int start, Charset charset)
    {
        var bytes = payload.Span[start..];
        var text = Encoding.UTF8.GetString(bytes);
        var replacements = text.AsSpan().Count(ReplacementCharacter);
        if (replacements > 0)
        {
            replacements -= bytes.Count("\uFFFD"u8); // those that the page itself holds
        }

        return new Utf8SourceText(text, charset with { Replacements = replacements }, payload, start);
    }

    /// <inheritdoc/>
    public override void MapToBytes(ReadOnlySpan<int> positions, Span<int> bytes)
    {
        var payload = _payload.Span;
        if (payload.Length - _start == Text.Length)
        {
            for (var i = 0; i < positions.Length; i++)
            {
                bytes[i] = _start + positions[i]; // a byte for each character: plain ASCII
            }

            return;
        }

        var at = _start;
        var done = 0;
        for (var i = 0; i < positions.Length; i++)
        {
            // Inside a surrogate pair there is no boundary of bytes: the pair's start stands in.
            var target = positions[i];
            if (target > 0 && target < Text.Length && char.IsLowSurrogate(Text[target]))
            {
                target--;
            }

            while (done < target)
            {
                var rest = Text.AsSpan(done, target - done);
                var replaced = rest.IndexOf(ReplacementCharacter);
                var valid = replaced < 0 ? rest : rest[..replaced];
                at += Encoding.UTF8.GetByteCount(valid);
                done += valid.Length;
                if (replaced >= 0)
                {
                    Rune.DecodeFromUtf8(payload[at..], out _, out var consumed);
                    at += consumed;
                    done++;
                }
            }

            bytes[i] = at;
        }
    }
}
