using System.Globalization;
using ArchiveScrub.Timestamps;

namespace ArchiveScrub.Datelines;

/// <summary>
/// Places that datelines usually name, from <c>gazetteer.tsv</c>, <c>regions.tsv</c>, <c>places.tsv</c> and the tz database (<c>tzdb-places.tsv</c>).
/// Immutable; read when it is first needed.
/// </summary>
internal sealed class Gazetteer
{
    /// <summary>The zones of the tz database, and the country of each; to open the database itself takes longer than a page does.</summary>
    public const string ZonePlacesTable = "Datelines.tzdb-places.tsv";

    private const int MaxLength = 64;

    // of two cities of one name the greater is meant, if it is so many times as great
    private const int FarGreater = 4;

    private static readonly string[] Joiners = ["/", "&", " and ", " und ", " et ", " y ", " e ", " i ", " и ", " і ", " та ", " och ", " og ", " en ", " ve ", " dan ", "-"];
    private static readonly Lazy<Gazetteer> Shared = new(() => new Gazetteer());

    private readonly Dictionary<string, List<City>> _cities = new(40_000, StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _regions = new(12_000, StringComparer.Ordinal);

    private Gazetteer()
    {
        foreach (var row in Tsv.Read("Datelines.gazetteer.tsv"))
        {
            var names = row[4].Split(',');
            var city = new City(names[0], row[1], row[2].Length > 0 ? row[1] + "." + row[2] : row[1], int.Parse(row[0], CultureInfo.InvariantCulture), int.Parse(row[3], CultureInfo.InvariantCulture));
            foreach (var name in names)
            {
                Add(_cities, name, city);
            }
        }

        foreach (var row in Tsv.Read("Datelines.regions.tsv"))
        {
            var names = row[1].Split(',');
            foreach (var name in names)
            {
                Add(_regions, name, row[0]);
            }
        }

        foreach (var row in Tsv.Read("Datelines.places.tsv"))
        {
            foreach (var name in row[^1].Split(','))
            {
                if (row[0] == "region")
                {
                    Add(_regions, name, row[1]);
                }
                else if (!_cities.ContainsKey(Key(name)))
                {
                    Add(_cities, name, new City(name, null, null, null, 0));
                }
            }
        }

        foreach (var row in Tsv.Read(ZonePlacesTable))
        {
            var name = row[0][(row[0].LastIndexOf('/') + 1)..].Replace('_', ' ');
            if (!_cities.ContainsKey(Key(name)))
            {
                Add(_cities, name, new City(name, row[1], row[1], null, 0));
            }
        }
    }

    /// <summary>The gazetteer that is built in.</summary>
    public static Gazetteer Default => Shared.Value;

    /// <summary>Whether the place as printed begins with a known city, or ends with a known region: <c>KIRKUK, Iraq</c>.</summary>
    public bool IsKnown(string place)
    {
        var (cities, region) = Parts(place);
        return _cities.ContainsKey(Key(cities[0])) || _cities.ContainsKey(Key(string.Join(' ', cities))) || (region is not null && _regions.ContainsKey(Key(region)));
    }

    /// <summary>The canonical names of a place as printed, or of several; empty where one of them is not known, or could be more than one place.</summary>
    public IReadOnlyList<PlaceName> Resolve(string place)
    {
        var (cities, region) = Parts(place);
        var codes = region is null ? null : _regions.GetValueOrDefault(Key(region));
        if (One(place, null) is { } whole && region is null)
        {
            return [whole];
        }

        var names = new List<PlaceName>();
        foreach (var city in cities)
        {
            if (One(city, region is null ? null : codes ?? []) is not { } name)
            {
                return [];
            }

            names.Add(name);
        }

        return names;
    }

    // The city of that name, in one of the regions where there are some.
    private PlaceName? One(string printed, List<string>? regions)
    {
        if (!_cities.TryGetValue(Key(printed), out var found))
        {
            return null;
        }

        var fitting = regions is null ? found : found.FindAll(city => regions.Exists(code => code == city.Country || code == city.Region));
        if (fitting.Count == 0)
        {
            return null;
        }

        // they stand in the order of their size
        var (first, second) = (fitting[0], fitting.Count > 1 ? fitting[1] : null);
        return second is null || first.Thousands > second.Thousands * FarGreater || first.Name == second.Name && first.Region == second.Region
            ? new PlaceName(first.Name, first.Country, first.Id)
            : null;
    }

    private static (string[] Cities, string? Region) Parts(string place)
    {
        var comma = place.IndexOfAny([',', '\u060C', '\uFF0C']);
        var cities = comma < 0 ? place : place[..comma];
        var region = comma < 0 ? null : place[(place.LastIndexOfAny([',', '\u060C', '\uFF0C']) + 1)..].Trim();
        var bracket = cities.IndexOfAny(['(', '[']);
        if (bracket > 0 && region is null)
        {
            region = cities[(bracket + 1)..].TrimEnd(')', ']', ' ');
            cities = cities[..bracket];
        }

        return (cities.Split(Joiners, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } parts ? parts : [cities], region);
    }

    private static void Add<T>(Dictionary<string, List<T>> map, string name, T value)
    {
        var key = Key(name);
        if (key.Length == 0)
        {
            return;
        }

        if (!map.TryGetValue(key, out var values))
        {
            map[key] = values = [];
        }

        if (!values.Contains(value))
        {
            values.Add(value);
        }
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
            if (char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.SpacingCombiningMark or UnicodeCategory.NonSpacingMark)
            {
                key[length++] = c;
            }
        }

        return key[..length].ToString();
    }

    private sealed record City(string Name, string? Country, string? Region, int? Id, int Thousands);
}
