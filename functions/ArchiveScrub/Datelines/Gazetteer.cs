using System.Collections.Frozen;
using ArchiveScrub.Timestamps;
using NodaTime.TimeZones;

namespace ArchiveScrub.Datelines;

/// <summary>Places that datelines usually name, from <c>places.tsv</c> and the tz database. Immutable.</summary>
internal sealed class Gazetteer
{
    private const int MaxLength = 64;

    private readonly FrozenSet<string> _cities;
    private readonly FrozenSet<string> _regions;

    private Gazetteer(IEnumerable<string[]> rows)
    {
        var (cities, regions) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var row in rows)
        {
            foreach (var name in row[1].Split(','))
            {
                (row[0] == "city" ? cities : regions).Add(Key(name));
            }
        }

        foreach (var location in TzdbDateTimeZoneSource.Default.ZoneLocations ?? [])
        {
            cities.Add(Key(location.ZoneId[(location.ZoneId.LastIndexOf('/') + 1)..].Replace('_', ' ')));
        }

        _cities = cities.ToFrozenSet(StringComparer.Ordinal);
        _regions = regions.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The gazetteer that is built in.</summary>
    public static Gazetteer Default { get; } = new(Tsv.Read("Datelines.places.tsv"));

    /// <summary>Whether the place as printed begins with a known city, or ends with a known region: <c>KIRKUK, Iraq</c>.</summary>
    public bool IsKnown(string place)
    {
        var cityEnd = place.AsSpan().IndexOfAny(",/");
        return _cities.Contains(Key(cityEnd < 0 ? place : place[..cityEnd]))
            || (place.LastIndexOf(',') is > 0 and var comma && _regions.Contains(Key(place[(comma + 1)..])));
    }

    private static string Key(string name)
    {
        if (name.Length > MaxLength)
        {
            return "";
        }

        Span<char> folded = stackalloc char[MaxLength];
        Span<char> key = stackalloc char[MaxLength];
        var length = 0;
        foreach (var c in folded[..WordFolding.Fold(name, folded)])
        {
            if (char.IsLetterOrDigit(c))
            {
                key[length++] = c;
            }
        }

        return key[..length].ToString();
    }
}
