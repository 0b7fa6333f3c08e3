namespace ArchiveScrub.Chrome.Model;

/// <summary>Trained keep rates of name tokens, as log odds in sixteenths; a token that is not listed says nothing.</summary>
internal sealed class KeepRates
{
    private const float Unit = 1 / 16f;

    private readonly sbyte[] _rates;

    private KeepRates(sbyte[] rates) => _rates = rates;

    /// <summary>Columns that a family of tokens gives.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["mean", "max", "min", "sum"];

    /// <summary>Reads a table: number of entries (i32), then bucket (i32) and rate (i8) of each.</summary>
    public static KeepRates Read(BinaryReader reader)
    {
        var rates = new sbyte[NameTokens.Buckets];
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var bucket = reader.ReadInt32();
            rates[bucket] = reader.ReadSByte();
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
