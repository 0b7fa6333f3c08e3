using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;

namespace ArchiveScrub.Text;

/// <summary>
/// Escapes strings as RFC 8785 section 3.2.2.2 wants it: the quotation mark, the backslash and C0 controls only.
/// The framework's relaxed encoder also escapes some spaces and unassigned characters.
/// </summary>
internal sealed class CanonicalEncoder : JavaScriptEncoder
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create("\"\\\0\u0001\u0002\u0003\u0004\u0005\u0006\a\b\t\n\v\f\r\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F");

    /// <summary>The one instance; it holds nothing.</summary>
    public static CanonicalEncoder Instance { get; } = new();

    public override int MaxOutputCharactersPerInputCharacter => 6;

    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var span = new ReadOnlySpan<char>(text, textLength);
        var escaped = span.IndexOfAny(Escaped);
        var lone = FindLoneSurrogate(escaped < 0 ? span : span[..escaped]);
        return lone < 0 ? escaped : lone;
    }

    public override bool WillEncode(int unicodeScalar) => unicodeScalar is < 0x20 or '"' or '\\';

    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var output = new Span<char>(buffer, bufferLength);
        var shorthand = unicodeScalar switch
        {
            '"' => '"',
            '\\' => '\\',
            '\b' => 'b',
            '\t' => 't',
            '\n' => 'n',
            '\f' => 'f',
            '\r' => 'r',
            _ => '\0',
        };
        if (shorthand != '\0')
        {
            numberOfCharactersWritten = 2;
            return $"\\{shorthand}".AsSpan().TryCopyTo(output);
        }

        if (WillEncode(unicodeScalar))
        {
            numberOfCharactersWritten = 6;
            return output.TryWrite(System.Globalization.CultureInfo.InvariantCulture, $"\\u{unicodeScalar:x4}", out _);
        }

        return new Rune(unicodeScalar).TryEncodeToUtf16(output, out numberOfCharactersWritten);
    }

    /// <summary>Half a character has no UTF-8: found here, it is encoded as U+FFFD; passed on, the writer would end the string there.</summary>
    private static int FindLoneSurrogate(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length;)
        {
            var next = text[at..].IndexOfAnyInRange('\uD800', '\uDFFF');
            if (next < 0)
            {
                return -1;
            }

            at += next;
            if (Rune.DecodeFromUtf16(text[at..], out _, out var consumed) != OperationStatus.Done)
            {
                return at;
            }

            at += consumed;
        }

        return -1;
    }
}
