using System.Collections.Frozen;
using ArchiveScrub.Text;
using ArchiveScrub.Timestamps;

namespace ArchiveScrub.Credits;

/// <summary>The agencies that are known by name, from <c>agencies.tsv</c>. Immutable.</summary>
internal sealed class AgencyRegister
{
    private const int MaxLength = 48;

    // "新华社" stands at once before the place: the longest name in such a script
    private const int MaxDenseLength = 8;

    private readonly FrozenDictionary<string, Agency>.AlternateLookup<ReadOnlySpan<char>> _byName;

    private AgencyRegister(IEnumerable<string[]> rows)
    {
        var byName = new Dictionary<string, Agency>(StringComparer.Ordinal);
        Span<char> key = stackalloc char[MaxLength];
        foreach (var row in rows)
        {
            var agency = new Agency(row[0], row[1]);
            foreach (var name in (string[])[row[0], row[1], .. row[2].Split(',')])
            {
                if (Key(name, key) is > 0 and var length)
                {
                    byName.TryAdd(key[..length].ToString(), agency);
                }
            }
        }

        _byName = byName.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The register that is built in.</summary>
    public static AgencyRegister Default { get; } = new(Tsv.Read("Credits.agencies.tsv"));

    /// <summary>The agency of that name or code, in any spelling that is known.</summary>
    public Agency? Find(ReadOnlySpan<char> name)
    {
        Span<char> key = stackalloc char[MaxLength];
        return Key(name, key) is > 0 and var length && _byName.TryGetValue(key[..length], out var agency) ? agency : null;
    }

    /// <summary>The agencies that a printed name stands for: <c>AP/AFP</c> is two, <c>dpa/lby</c> one with its service. Empty where none is known.</summary>
    public IReadOnlyList<Agency> Resolve(string printed)
    {
        if (Find(printed) is { } whole)
        {
            return [whole];
        }

        var agencies = new List<Agency>();
        foreach (var part in printed.AsSpan().SplitAny("/,-+&\u3001\u060C"))
        {
            if (Find(printed.AsSpan()[part].Trim()) is { } agency && !agencies.Contains(agency))
            {
                agencies.Add(agency);
            }
        }

        return agencies;
    }

    /// <summary>The agency that a text in a script without blanks begins with; <paramref name="length"/> says how much of the text its name is.</summary>
    public Agency? FindAtStart(ReadOnlySpan<char> text, out int length)
    {
        for (length = Math.Min(MaxDenseLength, text.Length); length >= 2; length--)
        {
            if (Words.IsDense(text[length - 1]) && Find(text[..length]) is { } agency)
            {
                return agency;
            }
        }

        length = 0;
        return null;
    }

    // Folded, letters and digits only; 0 where it is too long to be known.
    private static int Key(ReadOnlySpan<char> name, Span<char> key)
    {
        if (name.Length > MaxLength)
        {
            return 0;
        }

        Span<char> folded = stackalloc char[MaxLength];
        var length = 0;
        foreach (var c in folded[..WordFolding.Fold(name, folded)])
        {
            if (char.IsLetterOrDigit(c))
            {
                key[length++] = c;
            }
        }

        return length;
    }
}
