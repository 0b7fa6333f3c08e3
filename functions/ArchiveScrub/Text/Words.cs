using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ArchiveScrub.Text;

/// <summary>
/// Counts words the way a reader would, cheaply: runs of letters, digits, marks and joining apostrophes. Scripts that
/// put no space between words (Han, kana, Thai and their kin) count one word for every two characters.
/// </summary>
internal static class Words
{
    private const int LaneCount = 16;
    private const byte Letter = 1;
    private const byte Joiner = 2;

    private static readonly byte[] Ascii = [.. Enumerable.Range(0, 0x80).Select(static c => char.IsAsciiLetterOrDigit((char)c) ? Letter : (char)c is '\'' or '_' ? Joiner : (byte)0)];

    /// <summary>The number of words.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var words = 0;
        var dense = 0;
        var inWord = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (i + LaneCount <= text.Length && CountAscii(text.Slice(i, LaneCount), ref words, ref inWord))
            {
                i += LaneCount - 1;
                continue;
            }

            var c = text[i];
            if (c < 0x80)
            {
                var role = Ascii[c];
                words += role == Letter && !inWord ? 1 : 0;
                inWord = role == Letter || (inWord && role == Joiner);
            }
            else if (IsDense(c))
            {
                dense++;
                inWord = false;
            }
            else if (IsWordCharacter(c))
            {
                if (!inWord)
                {
                    words++;
                    inWord = true;
                }
            }
            else
            {
                inWord = inWord && c is '\u2019' or '\u00AD' or '\u200C' or '\u200D';
            }
        }

        return words + ((dense + 1) / 2);
    }

    /// <summary>
    /// Counts the words that begin in a stretch of ASCII without a joiner, all characters at once: a word begins at every
    /// letter or digit that none stands before. False, and nothing counted, where the stretch is something else.
    /// </summary>
    private static bool CountAscii(ReadOnlySpan<char> text, ref int words, ref bool inWord)
    {
        var units = MemoryMarshal.Cast<char, ushort>(text);
        var characters = Vector128.NarrowWithSaturation(Vector128.Create(units), Vector128.Create(units[(LaneCount / 2)..]));
        var isOther = Vector128.GreaterThan(characters, Vector128.Create((byte)0x7F)) | Vector128.Equals(characters, Vector128.Create((byte)'\'')) | Vector128.Equals(characters, Vector128.Create((byte)'_'));
        if (isOther != Vector128<byte>.Zero)
        {
            return false;
        }

        var isLetter = Vector128.LessThan((characters | Vector128.Create((byte)0x20)) - Vector128.Create((byte)'a'), Vector128.Create((byte)26));
        var isDigit = Vector128.LessThan(characters - Vector128.Create((byte)'0'), Vector128.Create((byte)10));
        var letters = (isLetter | isDigit).ExtractMostSignificantBits();
        words += BitOperations.PopCount(letters & ~((letters << 1) | (inWord ? 1u : 0u)));
        inWord = letters >> (LaneCount - 1) != 0;
        return true;
    }

    /// <summary>Whether the text has a letter or digit of any script.</summary>
    public static bool HasAny(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c < 0x80 ? char.IsAsciiLetterOrDigit(c) : char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the character belongs to a script that writes words without spaces.</summary>
    public static bool IsDense(char c) => c switch
    {
        < '\u0E00' => false,
        <= '\u0EFF' => true, // Thai, Lao
        >= '\u1000' and <= '\u109F' => true, // Myanmar
        >= '\u1780' and <= '\u17FF' => true, // Khmer
        >= '\u3040' and <= '\u30FF' => true, // kana
        >= '\u3400' and <= '\u4DBF' => true, // Han, extension A
        >= '\u4E00' and <= '\u9FFF' => true, // Han
        >= '\uF900' and <= '\uFAFF' => true, // Han, compatibility
        >= '\uD840' and <= '\uD88D' => true, // high surrogates of planes 2 and 3: Han, further extensions
        _ => false,
    };

    private static bool IsWordCharacter(char c) => char.GetUnicodeCategory(c) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber
        or UnicodeCategory.LetterNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
