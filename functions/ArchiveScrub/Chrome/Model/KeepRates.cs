using System.Buffers.Binary;

namespace ArchiveScrub.Chrome.Model;

/// <summary>Trained keep rates of name tokens, as log odds in sixteenths; a token that is not listed says nothing.</summary>
internal sealed class KeepRates
{
    private const float Unit = 1 / 16f;
    private const int EntrySize = sizeof(int) + sizeof(sbyte);

    private readonly sbyte[] _rates;

    private KeepRates(sbyte[] rates) => _rates = rates;

    /// <summary>Columns that a family of tokens gives.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["mean", "max", "min", "sum"];

    /// <summary>Reads a table: number of entries (i32), then bucket (i32) and rate (i8) of each.</summary>
    public static KeepRates Read(BinaryReader reader)
    {
        var rates = new sbyte[NameTokens.Buckets];
        var entries = new byte[reader.ReadInt32() * EntrySize];
        reader.BaseStream.ReadExactly(entries);
        for (var at = 0; at < entries.Length; at += EntrySize)
        {
            rates[BinaryPrimitives.ReadInt32LittleEndian(entries.AsSpan(at))] = (sbyte)entries[at + sizeof(int)];
        }

        return new KeepRates(rates);
    }

    /// <summary>Mean, greatest, least and sum of the tokens' rates.</summary>
    public void Write(ReadOnlySpan<int> tokens, Span<float> columns)
    {
        if (tokens.IsEmpty)
        {
            columns.Clear();
            return;
        }

        int sum = 0, max = sbyte.MinValue, min = sbyte.MaxValue;
        foreach (var token in tokens)
        {
            var rate = _rates[token];
            sum += rate;
            max = Math.Max(max, rate);
            min = Math.Min(min, rate);
        }

        columns[0] = sum * Unit / tokens.Length;
        columns[1] = max * Unit;
        columns[2] = min * Unit;
        columns[3] = sum * Unit;
    }
}
