using System.Buffers;
using System.Text;

namespace ArchiveScrub.Captures.Charsets;

/// <summary>A charset of one byte a character: positions are offsets.</summary>
internal sealed class SingleByteSourceText : SourceText
{
    private SingleByteSourceText(string text, Charset charset)
        : base(text, charset)
    {
    }

    /// <param name="payload">The payload; these charsets have no byte order mark.</param>
    /// <param name="charset">How it is decoded.</param>
    /// <param name="upperHalf">The characters of the bytes from 0x80 up; U+FFFD for those that have none.</param>
    public static SingleByteSourceText Decode(ReadOnlyMemory<byte> payload, Charset charset, string upperHalf)
    {
        var text = string.Create(payload.Length, (payload, upperHalf), static (chars, state) => Fill(state.payload.Span, chars, state.upperHalf));

        // A byte never stands for U+FFFD, so each one in the text is a replacement.
        return new SingleByteSourceText(text, charset with { Replacements = text.AsSpan().Count('\uFFFD') });
    }

    /// <inheritdoc/>
    public override void MapToBytes(ReadOnlySpan<int> positions, Span<int> bytes) => positions.CopyTo(bytes);

    private static void Fill(ReadOnlySpan<byte> bytes, Span<char> chars, string upperHalf)
    {
        while (!bytes.IsEmpty)
        {
            // Latin text: long runs of ASCII. Other scripts: hardly any, so single bytes are cheap too.
            if (Ascii.ToUtf16(bytes, chars, out var ascii) == OperationStatus.Done)
            {
                return;
            }

            bytes = bytes[ascii..];
            chars = chars[ascii..];
            var high = 0;
            while (high < bytes.Length && bytes[high] >= 0x80)
            {
                chars[high] = upperHalf[bytes[high] - 0x80];
                high++;
            }

            bytes = bytes[high..];
            chars = chars[high..];
        }
    }
}
