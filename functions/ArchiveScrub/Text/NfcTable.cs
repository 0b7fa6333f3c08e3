using System.Globalization;
using System.Reflection;

namespace ArchiveScrub.Text;

/// <summary>The data of Normalization Form C, read from <c>nfc.tsv</c>. Read-only once it is loaded.</summary>
internal sealed class NfcTable
{
    /// <summary>Set where a character cannot, or may not, stand in normalized text as it is.</summary>
    private const ushort Suspect = 0x100;

    private readonly ushort[] _properties = new ushort[0x30000];
    private readonly Dictionary<int, int[]> _decompositions = [];
    private readonly Dictionary<(int First, int Second), int> _compositions = [];

    private NfcTable()
    {
    }

    /// <summary>Unicode's data, of the version that the file names.</summary>
    public static NfcTable Instance { get; } = Load();

    /// <summary>The canonical combining class; 0 for a character that starts a sequence.</summary>
    public int CombiningClass(int codePoint) => codePoint < _properties.Length ? (byte)_properties[codePoint] : 0;

    /// <summary>Whether text with this character has to be normalized to know its normal form.</summary>
    public bool IsSuspect(int codePoint) => codePoint < _properties.Length && (_properties[codePoint] & Suspect) != 0;

    /// <summary>The full canonical decomposition, or null.</summary>
    public int[]? Decompose(int codePoint) => _decompositions.GetValueOrDefault(codePoint);

    /// <summary>The character that the two compose to, or 0.</summary>
    public int Compose(int first, int second) => _compositions.GetValueOrDefault((first, second));

    private static NfcTable Load()
    {
        var table = new NfcTable();
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("ArchiveScrub.Text.nfc.tsv")!;
        using var reader = new StreamReader(stream);
        var composed = new List<(int Character, int[] Parts)>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            var fields = line.Split('\t');
            if (fields[0] == "C")
            {
                table.AddClass(byte.Parse(fields[1], CultureInfo.InvariantCulture), fields[2]);
                continue;
            }

            var character = Hex(fields[1]);
            int[] parts = [.. fields[2].Split(' ').Select(static p => Hex(p))];
            table._decompositions.Add(character, parts);
            if (fields[0] == "D")
            {
                composed.Add((character, parts));
            }
            else
            {
                table._properties[character] |= Suspect;
            }
        }

        table.AddCompositions(composed);
        return table;
    }

    private void AddClass(byte combiningClass, string ranges)
    {
        foreach (var range in ranges.Split(' '))
        {
            var ends = range.Split('-');
            for (var c = Hex(ends[0]); c <= Hex(ends[^1]); c++)
            {
                _properties[c] |= combiningClass;
            }
        }
    }

    private void AddCompositions(List<(int Character, int[] Parts)> composed)
    {
        var byParts = composed.ToDictionary(static c => string.Join(' ', c.Parts), static c => c.Character, StringComparer.Ordinal);
        foreach (var (character, parts) in composed)
        {
            // A decomposition of three is one of two, and its last part.
            var first = parts.Length == 2 ? parts[0] : byParts[string.Join(' ', parts[..^1])];
            _compositions.Add((first, parts[^1]), character);
            _properties[parts[^1]] |= Suspect;
        }

        for (var jamo = Nfc.VowelBase; jamo < Nfc.VowelBase + Nfc.VowelCount; jamo++)
        {
            _properties[jamo] |= Suspect;
        }

        for (var jamo = Nfc.TrailBase + 1; jamo < Nfc.TrailBase + Nfc.TrailCount; jamo++)
        {
            _properties[jamo] |= Suspect;
        }
    }

    private static int Hex(string digits) => int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
