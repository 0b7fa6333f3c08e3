using System.Globalization;
using ArchiveScrub.Captures.Charsets;

namespace ArchiveScrub.Captures.Detection;

/// <summary>
/// What text of one language costs in one charset of a byte a character. Two things count: how common each character is
/// in the language, and whether it may stand where it stands (no capital after a small letter, no fraction sign
/// inside a word, no Cyrillic letter next to a Latin one).
/// </summary>
internal sealed class ByteModel
{
    private const int Boundary = 0;
    private const int AsciiLower = 1;
    private const int AsciiUpper = 2;
    private const int Lower = 3;
    private const int Upper = 4;
    private const int Symbol = 5;
    private const int Initial = 6; // a capital at the start of a word
    private const int Classes = 7;

    // How often a byte is charged in full. A page that is odd in one way a hundred times over (a currency sign, a
    // letter of a misread quotation mark) is no hundred times as unlikely: after that, its own habits count.
    private const int Surprises = 4;

    // Marks that stand in every text; the number is their share. What is not listed is rare.
    private const string Symbols = "\u00A030 \u201930 \u201C15 \u201D15 \u20185 \u201E6 «8 »12 \u201320 \u201415 \u20266 \u20226 ©6 ·6 €3 °3 №2 ™3 ®4 £4 §1 ×3 \u200E1 \u200F1 ½1 \u201A1 \u20392 \u203A3 º1 ª1 ²1 ±1 ¢1 \u00AD2 ´1 µ1 ¿1 ¡1 ¥1 ¶1 \u20201 ÷1 ¬1";

    private readonly short[] _costs = new short[256];
    private readonly byte[] _classes = new byte[256];
    private readonly short[] _transitions;
    private readonly double _density;

    public ByteModel(string charset, Alphabet alphabet)
    {
        Charset = charset;
        var upperHalf = SingleByteTables.Find(charset) ?? throw new ArgumentException(charset, nameof(charset));
        var probabilities = Probabilities(alphabet);
        for (var b = 0; b < 256; b++)
        {
            var character = b < 0x80 ? (char)b : upperHalf[b - 0x80];
            _classes[b] = (byte)ClassOf(character);
            _costs[b] = (short)(b < 0x80 ? 0 : Cost(character, probabilities));
        }

        _transitions = Transitions(alphabet);
        _density = alphabet.Density;
    }

    public string Charset { get; }

    /// <summary>The cost of a sample, ASCII being free.</summary>
    public int Cost(DetectionSample sample)
    {
        var sum = Bits.OfSparseness(sample, _density);
        var before = Boundary;
        Span<byte> seen = stackalloc byte[256];
        seen.Clear();
        foreach (var b in sample.Bytes)
        {
            int current = _classes[b];
            int cost = _costs[b];
            if (seen[b] < Surprises)
            {
                seen[b]++;
            }
            else
            {
                cost = Math.Min(cost, sample.OwnCosts[b]);
            }

            sum += cost + _transitions[(before * Classes) + current];
            current = current == Upper && before == Boundary ? Initial : current;
            before = current;
        }

        return sum;
    }

    private static int Cost(char character, Dictionary<char, double> probabilities)
    {
        if (probabilities.TryGetValue(character, out var probability))
        {
            return Bits.Of(probability);
        }

        return character switch
        {
            '\uFFFD' or (>= '\u0080' and < '\u00A0') => Bits.Malformed,
            >= '\u2500' and < '\u25FF' => 16 * Bits.Unit, // boxes of the days of terminals
            _ when char.IsLetter(character) => 13 * Bits.Unit,
            _ => 15 * Bits.Unit,
        };
    }

    private static Dictionary<char, double> Probabilities(Alphabet alphabet)
    {
        const double Capitals = 0.06;
        var shares = new Dictionary<char, double>();
        var letters = 0.0;
        foreach (var (letter, share) in alphabet.Shares())
        {
            letters += share;
            shares[letter] = shares.GetValueOrDefault(letter) + share;
            var capital = char.ToUpperInvariant(letter);
            if (capital != letter)
            {
                shares[capital] = shares.GetValueOrDefault(capital) + (share * Capitals);
            }
        }

        var symbols = Symbols.Split(' ').Where(s => s.Length > 1).ToDictionary(s => s[0], s => double.Parse(s.AsSpan(1), CultureInfo.InvariantCulture));
        var each = letters * alphabet.Symbols / 100 / symbols.Values.Sum();
        foreach (var (symbol, share) in symbols)
        {
            shares.TryAdd(symbol, share * each);
        }

        var total = shares.Values.Sum() * 1.01; // the rest is for what is not listed
        return shares.ToDictionary(entry => entry.Key, entry => entry.Value / total);
    }

    private static int ClassOf(char character) => character switch
    {
        >= 'a' and <= 'z' => AsciiLower,
        >= 'A' and <= 'Z' => AsciiUpper,
        < '\u0080' or '\u00A0' or '\u00B7' or '\u00AD' or '\u00AB' or '\u00BB' or (>= '\u2010' and <= '\u203A') => Boundary,
        _ => char.GetUnicodeCategory(character) switch
        {
            UnicodeCategory.UppercaseLetter => Upper,
            UnicodeCategory.LowercaseLetter or UnicodeCategory.NonSpacingMark => Lower,
            UnicodeCategory.OtherLetter when character is not ('ª' or 'º') => Lower,
            _ => Symbol,
        },
    };

    private static short[] Transitions(Alphabet alphabet)
    {
        var costs = new short[Classes * Classes];
        Set(AsciiLower, Upper, 6);
        Set(Lower, Upper, 6);
        Set(AsciiLower, Symbol, 2);
        Set(Lower, Symbol, 2);
        Set(Symbol, AsciiLower, 3);
        Set(Symbol, Lower, 3);
        Set(Symbol, Symbol, 3);
        Set(Upper, Upper, 1);
        Set(Initial, Upper, 1);
        if (alphabet.Script == AlphabetScript.Latin)
        {
            Set(Lower, AsciiUpper, 6);
            Set(AsciiUpper, Upper, 1);
            Set(Lower, Lower, alphabet.AreDense ? 0 : 2);
            Set(Upper, Lower, 2);
            Set(Initial, Lower, 2);
            Set(Initial, Boundary, 4); // no word of one capital
        }
        else
        {
            foreach (var ascii in (ReadOnlySpan<int>)[AsciiLower, AsciiUpper])
            {
                foreach (var letter in (ReadOnlySpan<int>)[Lower, Upper, Initial])
                {
                    Set(ascii, letter, 7);
                    Set(letter, ascii, 7);
                }
            }
        }

        return costs;

        void Set(int before, int current, int bits) => costs[(before * Classes) + current] = (short)(bits * Bits.Unit);
    }
}
