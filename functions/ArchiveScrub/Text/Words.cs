using System.Globalization;

namespace ArchiveScrub.Text;

/// <summary>
/// Counts words the way a reader would, cheaply: runs of letters, digits, marks and joining apostrophes. Scripts that
/// put no space between words (Han, kana, Thai and their kin) count one word for every two characters.
/// </summary>
internal static class Words
{
    /// <summary>The number of words.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var words = 0;
        var dense = 0;
        var inWord = false;
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                if (!inWord)
                {
                    words++;
                    inWord = true;
                }
            }
            else if (c < 0x80)
            {
                inWord = inWord && c is '\'' or '_';
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
