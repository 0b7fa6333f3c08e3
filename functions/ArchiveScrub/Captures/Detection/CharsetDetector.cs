using System.Collections.Frozen;
using ArchiveScrub.Captures.Charsets;

namespace ArchiveScrub.Captures.Detection;

/// <summary>
/// Finds the charset of text in bytes that is not Unicode. Every charset is a hypothesis with a model of the
/// languages written in it; the hypothesis that writes the same bytes down in the fewest bits is the likeliest (minimum
/// description length). Models of different charsets are thereby comparable, whatever their number of bytes a character.
/// </summary>
internal static class CharsetDetector
{
    private static readonly Lazy<ByteModel[]> ByteModels = new(() =>
        [.. Alphabets.All.SelectMany(alphabet => alphabet.Charsets.Split(' ').Select(charset => new ByteModel(charset, alphabet)))]);

    private static readonly Lazy<PairModel[]> PairModels = new(() =>
    [
        new("shift_jis", CjkFrequencies.Japanese, lead => lead < 0x98 ? 13 : 18),
        new("euc-jp", CjkFrequencies.Japanese, lead => lead is >= 0xB0 and < 0xD0 ? 13 : 18),
        new("gb18030", CjkFrequencies.SimplifiedChinese, lead => lead is >= 0xB0 and < 0xD8 ? 13 : lead >= 0xD8 ? 18 : 20),
        new("big5", CjkFrequencies.TraditionalChinese, lead => lead is >= 0xA4 and < 0xC7 ? 13 : 18),
        new("euc-kr", CjkFrequencies.Korean, lead => lead is >= 0xB0 and <= 0xC8 ? 13 : lead > 0xC8 ? 16 : 18),
    ]);

    private static readonly FrozenDictionary<string, Lazy<ByteModel[]>> DeclaredModels = SingleByteTables.Names.ToFrozenDictionary(
        charset => charset,
        charset => new Lazy<ByteModel[]>(() => [.. Alphabets.All.Select(alphabet => new ByteModel(charset, alphabet))]),
        StringComparer.Ordinal);

    /// <summary>The charset that explains a sample best.</summary>
    public static DetectedCharset Detect(DetectionSample sample)
    {
        if (sample.HighBytes == 0)
        {
            return default;
        }

        var costs = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var model in ByteModels.Value)
        {
            Keep(model.Charset, model.Cost(sample));
        }

        foreach (var model in PairModels.Value)
        {
            Keep(model.Charset, model.Cost(sample));
        }

        var ranked = costs.OrderBy(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal).ToArray();
        var (best, cost) = ranked[0];
        return new DetectedCharset(best, cost, Confidence(sample.Bytes, ranked));

        void Keep(string charset, int sampleCost)
        {
            var total = sampleCost + (Prior(charset) * Bits.Unit);
            costs[charset] = costs.TryGetValue(charset, out var known) ? Math.Min(known, total) : total;
        }
    }

    /// <summary>
    /// What a sample costs in one charset, in whatever language, even one that is hardly ever written in it: a declared
    /// charset has that much credit. Null for a charset of several bytes a character without a model.
    /// </summary>
    public static int? Cost(DetectionSample sample, string charset)
    {
        if (DeclaredModels.TryGetValue(charset, out var models))
        {
            return models.Value.Min(model => model.Cost(sample));
        }

        var name = charset == "gbk" ? "gb18030" : charset;
        return Array.Find(PairModels.Value, model => model.Charset == name)?.Cost(sample);
    }

    /// <summary>Bits against a charset before any byte is seen: how rare it is among pages that do not declare theirs.</summary>
    private static int Prior(string charset) => charset switch
    {
        "windows-1252" => 0,
        "windows-1251" or "shift_jis" or "gb18030" => 1,
        "windows-1250" or "euc-jp" or "big5" or "euc-kr" or "windows-1254" => 2,
        "koi8-r" or "windows-1253" or "windows-1255" or "windows-1256" or "windows-1257" or "windows-874" => 3,
        "koi8-u" => 4,
        "iso-8859-2" or "iso-8859-15" or "windows-1258" or "iso-8859-7" => 5,
        _ => 8,
    };

    private static double Confidence(ReadOnlySpan<byte> sample, KeyValuePair<string, int>[] ranked)
    {
        var text = Decode(sample, ranked[0].Key);
        foreach (var (charset, cost) in ranked.AsSpan(1))
        {
            if (Decode(sample, charset) != text)
            {
                var margin = (cost - ranked[0].Value) / (double)Bits.Unit;
                return Math.Round(Math.Min(1 - Math.Pow(2, -1 - (margin / 8)), 0.99), 2);
            }
        }

        return 0.99;
    }

    private static string Decode(ReadOnlySpan<byte> sample, string charset) =>
        CharsetDecoders.Decode(sample.ToArray(), 0, new Charset(charset, CharsetSource.Detected, 0, 0)).Text;
}
