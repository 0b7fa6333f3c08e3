using System.Collections.Frozen;
using ArchiveScrub.Captures.Charsets;

namespace ArchiveScrub.Captures.Detection;

/// <summary>
/// What text of one East Asian language costs in one charset of several bytes a character. The characters of the
/// frequency list follow Zipf's law; of the others, the first level of the national standard is for everyday
/// words, the second for names, and what vendors added for neither.
/// </summary>
internal sealed class PairModel
{
    // What a lead byte saves when it takes an ASCII byte along, which the other models get for nothing.
    private const int AsciiTrail = 6 * Bits.Unit;

    // East Asian text in bytes outside ASCII for each ASCII byte.
    private const double Density = 5;

    private readonly MultiByteCharset _decoder;
    private readonly FrozenDictionary<int, int> _common;
    private readonly Func<byte, int> _rare;

    /// <param name="charset">Name of the charset.</param>
    /// <param name="frequencies">Characters in falling order of frequency.</param>
    /// <param name="rare">Bits of a character that is not among them, by its lead byte.</param>
    public PairModel(string charset, string frequencies, Func<byte, int> rare)
    {
        Charset = charset;
        _decoder = CharsetDecoders.FindMultiByte(charset) ?? throw new ArgumentException(charset, nameof(charset));
        _rare = rare;
        var common = new Dictionary<int, int>();
        foreach (var character in frequencies)
        {
            common.TryAdd(character, Bits.Of(1 / (4.5 * (common.Count + 15))));
        }

        _common = common.ToFrozenDictionary();
    }

    public string Charset { get; }

    /// <summary>The cost of a sample, ASCII being free.</summary>
    public int Cost(DetectionSample sample)
    {
        var sum = Bits.OfSparseness(sample, Density);
        var state = 0;
        var length = 1;
        for (var bytes = sample.Bytes; !bytes.IsEmpty; bytes = bytes[length..])
        {
            length = 1;
            var lead = bytes[0];
            if (lead >= 0x80)
            {
                length = _decoder.Read(bytes, ref state, out var scalar);
                sum += Cost(scalar, lead, length);
                sum -= length == 2 && bytes[1] < 0x80 ? AsciiTrail : 0;
            }
        }

        return sum;
    }

    private int Cost(int scalar, byte lead, int length)
    {
        if (scalar == MultiByteCharset.Malformed)
        {
            return Bits.Malformed;
        }

        if (_common.TryGetValue(scalar, out var cost))
        {
            return cost;
        }

        return scalar switch
        {
            >= 0xE000 and < 0xF900 => Bits.Malformed, // private use
            >= 0x3040 and < 0x3100 => 12 * Bits.Unit, // kana
            >= 0xFF00 and < 0xFF60 => 11 * Bits.Unit, // full-width ASCII
            >= 0xFF60 and < 0xFFA0 => 13 * Bits.Unit, // half-width kana
            >= 0x3000 and < 0x3040 or >= 0x2000 and < 0x2600 => 12 * Bits.Unit, // punctuation
            < 0x3000 when length == 1 => Bits.Malformed, // a control code
            < 0x3000 => 16 * Bits.Unit, // Greek, Cyrillic, rules
            _ => (length == 2 ? _rare(lead) : 21) * Bits.Unit,
        };
    }
}
