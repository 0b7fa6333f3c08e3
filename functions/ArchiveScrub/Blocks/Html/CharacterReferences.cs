using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace ArchiveScrub.Blocks.Html;

/// <summary>Decodes character references as browsers do (HTML Standard, section 13.2.5.72 and on).</summary>
internal static class CharacterReferences
{
    /// <summary>The longest name; longer runs of letters are no reference.</summary>
    private const int LongestName = 31;

    /// <summary>The longest name that may stand without a semicolon.</summary>
    private const int LongestBareName = 6;

    /// <summary>What windows-1252 has at 128 to 159; 0 where it has nothing.</summary>
    private const string Windows1252 =
        "\u20AC\0\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\0\u017D\0"
        + "\0\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\0\u017E\u0178";

    private static readonly (FrozenDictionary<string, string> All, FrozenSet<string> Bare) Names = Load();
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> All = Names.All.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Bare = Names.Bare.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// Reads the reference at the start of <paramref name="text"/>, which is an ampersand. Returns how many
    /// characters it takes, 0 where it is none; <paramref name="characters"/> (room for 2) gets what it stands for.
    /// </summary>
    public static int Read(ReadOnlySpan<char> text, Span<char> characters, out int written, bool inAttribute = false)
    {
        written = 0;
        if (text.Length < 3)
        {
            return 0;
        }

        return text[1] == '#' ? ReadNumeric(text, characters, out written) : ReadNamed(text, characters, out written, inAttribute);
    }

    /// <summary>The value of an attribute, or of a <c>title</c> element, with its references decoded.</summary>
    public static string Decode(ReadOnlySpan<char> text, bool inAttribute)
    {
        if (!text.Contains('&'))
        {
            return text.ToString();
        }

        var decoded = new StringBuilder(text.Length);
        Span<char> characters = stackalloc char[2];
        var rest = text;
        while (!rest.IsEmpty)
        {
            var ampersand = rest.IndexOf('&');
            if (ampersand < 0)
            {
                break;
            }

            decoded.Append(rest[..ampersand]);
            rest = rest[ampersand..];
            var length = Read(rest, characters, out var written, inAttribute);
            decoded.Append(length == 0 ? rest[..1] : characters[..written]);
            rest = rest[Math.Max(length, 1)..];
        }

        return decoded.Append(rest).ToString();
    }

    private static int ReadNumeric(ReadOnlySpan<char> text, Span<char> characters, out int written)
    {
        written = 0;
        var isHex = text[2] is 'x' or 'X';
        var start = isHex ? 3 : 2;
        var at = start;
        var number = 0;
        while (at < text.Length && (isHex ? char.IsAsciiHexDigit(text[at]) : char.IsAsciiDigit(text[at])))
        {
            var digit = char.IsAsciiDigit(text[at]) ? text[at] - '0' : (text[at] | 0x20) - 'a' + 10;
            number = Math.Min((number * (isHex ? 16 : 10)) + digit, 0x110000);
            at++;
        }

        if (at == start)
        {
            return 0;
        }

        if (number is >= 0x80 and <= 0x9F && Windows1252[number - 0x80] != '\0')
        {
            number = Windows1252[number - 0x80];
        }

        var rune = number != 0 && Rune.IsValid(number) ? new Rune(number) : Rune.ReplacementChar;
        written = rune.EncodeToUtf16(characters);
        return at < text.Length && text[at] == ';' ? at + 1 : at;
    }

    private static int ReadNamed(ReadOnlySpan<char> text, Span<char> characters, out int written, bool inAttribute)
    {
        written = 0;
        var end = 1;
        while (end < text.Length && end <= LongestName && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        if (end < text.Length && text[end] == ';' && All.TryGetValue(text[1..end], out var value))
        {
            value.CopyTo(characters);
            written = value.Length;
            return end + 1;
        }

        for (var length = Math.Min(end - 1, LongestBareName); length >= 2; length--)
        {
            if (Bare.Contains(text.Slice(1, length)))
            {
                var next = length + 1 < text.Length ? text[length + 1] : ' ';
                if (inAttribute && (next == '=' || char.IsAsciiLetterOrDigit(next)))
                {
                    return 0; // a parameter of a query string
                }

                value = All[text.Slice(1, length)];
                value.CopyTo(characters);
                written = value.Length;
                return length + 1;
            }
        }

        return 0;
    }

    private static (FrozenDictionary<string, string> All, FrozenSet<string> Bare) Load()
    {
        var all = new Dictionary<string, string>();
        var bare = new HashSet<string>();
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("ArchiveScrub.CharacterReferences.txt")
            ?? throw new InvalidOperationException("The table of character references is not in the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            var parts = line.Split(' ');
            var name = parts[0].TrimEnd('!');
            if (name.Length < parts[0].Length)
            {
                bare.Add(name);
            }

            all[name] = string.Concat(parts.Skip(1).Select(hex => char.ConvertFromUtf32(int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture))));
        }

        return (all.ToFrozenDictionary(), bare.ToFrozenSet());
    }
}
