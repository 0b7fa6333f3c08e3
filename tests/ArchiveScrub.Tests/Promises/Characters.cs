using System.Text;
using ArchiveScrub.Text;

namespace ArchiveScrub.Tests.Promises;

/// <summary>Text as tests compare it.</summary>
internal static class Characters
{
    /// <summary>What is left without white space and what the linear rule drops; in Form C.</summary>
    public static string Seen(string text)
    {
        var seen = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune) && rune.Value is not (0xAD or 0xFEFF or 0xFFFE or 0xFFFF))
            {
                seen.Append(rune);
            }
        }

        return Nfc.Normalize(seen.ToString());
    }

    /// <summary>A range of code points, counted the slow way.</summary>
    public static string Slice(string text, TextRange codePoints) =>
        string.Concat(text.EnumerateRunes().Skip(codePoints.Start).Take(codePoints.Length));
}
