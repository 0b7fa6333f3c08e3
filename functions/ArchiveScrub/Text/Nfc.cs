using System.Buffers;
using System.Text;

namespace ArchiveScrub.Text;

/// <summary>
/// Unicode Normalization Form C (UAX #15) with its own data: the framework's normaliser follows the ICU of the machine,
/// and does nothing at all in invariant mode, so the same capture would give other text elsewhere.
/// </summary>
internal static class Nfc
{
    internal const int VowelBase = 0x1161;
    internal const int VowelCount = 21;
    internal const int TrailBase = 0x11A7;
    internal const int TrailCount = 28;

    private const int LeadBase = 0x1100;
    private const int LeadCount = 19;
    private const int SyllableBase = 0xAC00;
    private const int SyllableCount = LeadCount * VowelCount * TrailCount;

    /// <summary>The text in Form C; the same instance where it is in it already.</summary>
    /// <param name="text">Well-formed UTF-16.</param>
    public static string Normalize(string text)
    {
        var table = NfcTable.Instance;
        if (IsNormalized(text, table))
        {
            return text;
        }

        var characters = new List<int>(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            Decompose(rune.Value, table, characters);
        }

        Order(characters, table);
        Compose(characters, table);
        var result = new StringBuilder(characters.Count);
        Span<char> units = stackalloc char[2];
        foreach (var character in characters)
        {
            result.Append(units[..new Rune(character).EncodeToUtf16(units)]);
        }

        return result.ToString();
    }

    /// <summary>The quick check of UAX #15 section 9: true only where the text is in Form C.</summary>
    private static bool IsNormalized(string text, NfcTable table)
    {
        var last = 0;
        for (var at = 0; at < text.Length;)
        {
            var plain = text.AsSpan(at).IndexOfAnyInRange('\u0300', '\uFFFF');
            if (plain < 0)
            {
                break;
            }

            last = plain > 0 ? 0 : last;
            at += plain;
            Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length);
            at += length;
            var combiningClass = table.CombiningClass(rune.Value);
            if (table.IsSuspect(rune.Value) || (combiningClass != 0 && combiningClass < last))
            {
                return false;
            }

            last = combiningClass;
        }

        return true;
    }

    private static void Decompose(int character, NfcTable table, List<int> characters)
    {
        if (character is >= SyllableBase and < SyllableBase + SyllableCount)
        {
            var index = character - SyllableBase;
            characters.Add(LeadBase + (index / (VowelCount * TrailCount)));
            characters.Add(VowelBase + (index % (VowelCount * TrailCount) / TrailCount));
            if (index % TrailCount is > 0 and var trail)
            {
                characters.Add(TrailBase + trail);
            }
        }
        else if (character >= 0xC0 && table.Decompose(character) is { } parts)
        {
            characters.AddRange(parts);
        }
        else
        {
            characters.Add(character);
        }
    }

    /// <summary>Puts every run of marks in the order of their classes, those of one class as they stood.</summary>
    private static void Order(List<int> characters, NfcTable table)
    {
        for (var start = 0; start < characters.Count; start++)
        {
            var end = start;
            var isOrdered = true;
            for (var last = 0; end < characters.Count && table.CombiningClass(characters[end]) is > 0 and var combiningClass; end++)
            {
                isOrdered &= combiningClass >= last;
                last = combiningClass;
            }

            if (!isOrdered)
            {
                Sort(characters, start, end, table);
            }

            start = end;
        }
    }

    private static void Sort(List<int> characters, int start, int end, NfcTable table)
    {
        // The position in the run makes the sort stable; a million marks on one letter take n log n.
        var length = end - start;
        var keys = ArrayPool<long>.Shared.Rent(length);
        var marks = ArrayPool<int>.Shared.Rent(length);
        for (var i = 0; i < length; i++)
        {
            marks[i] = characters[start + i];
            keys[i] = ((long)table.CombiningClass(marks[i]) << 32) | (uint)i;
        }

        Array.Sort(keys, marks, 0, length);
        for (var i = 0; i < length; i++)
        {
            characters[start + i] = marks[i];
        }

        ArrayPool<long>.Shared.Return(keys);
        ArrayPool<int>.Shared.Return(marks);
    }

    private static void Compose(List<int> characters, NfcTable table)
    {
        var starter = -1;
        var last = 0; // the class of the last character that stayed after the starter
        var to = 0;
        for (var from = 0; from < characters.Count; from++)
        {
            var character = characters[from];
            var combiningClass = table.CombiningClass(character);
            var isBlocked = starter < 0 || (to - starter > 1 && last >= combiningClass);
            if (!isBlocked && Compose(characters[starter], character, table) is > 0 and var composed)
            {
                characters[starter] = composed;
                continue;
            }

            if (combiningClass == 0)
            {
                starter = to;
            }

            last = combiningClass;
            characters[to++] = character;
        }

        characters.RemoveRange(to, characters.Count - to);
    }

    private static int Compose(int first, int second, NfcTable table)
    {
        if (first is >= LeadBase and < LeadBase + LeadCount && second is >= VowelBase and < VowelBase + VowelCount)
        {
            return SyllableBase + ((((first - LeadBase) * VowelCount) + second - VowelBase) * TrailCount);
        }

        if (first is >= SyllableBase and < SyllableBase + SyllableCount && (first - SyllableBase) % TrailCount == 0
            && second is > TrailBase and < TrailBase + TrailCount)
        {
            return first + second - TrailBase;
        }

        return table.Compose(first, second);
    }
}
