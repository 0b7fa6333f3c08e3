using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;

namespace ArchiveScrub.Timestamps;

/// <summary>
/// Offsets of zone abbreviations and of cities' clocks, from the tz database that NodaTime carries and from
/// <c>zones.tsv</c>. An abbreviation that means several offsets on the day has none. Which zones an abbreviation stands
/// for is listed in <c>tzdb-names.tsv</c>: to look through all clocks of fifty years for it takes longer than a page does.
/// </summary>
internal sealed class Zones
{
    /// <summary>The table of names; all that stands in it stands in the tz database.</summary>
    public const string NamesTable = "Timestamps.tzdb-names.tsv";

    private static readonly Lazy<Zones> Shared = new(() => new Zones());

    private readonly Dictionary<string, Lazy<Use[]>> _abbreviations = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _zoneIds = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, TimeSpan> _fixed = new(StringComparer.OrdinalIgnoreCase);

    private Zones()
    {
        var zones = new Dictionary<string, List<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in Tsv.Read(NamesTable))
        {
            var id = row[0];
            var slash = id.LastIndexOf('/');
            if (slash > 0 && !id.StartsWith("Etc/", StringComparison.Ordinal))
            {
                _zoneIds.TryAdd(id[(slash + 1)..].Replace('_', ' '), id);
            }

            foreach (var name in row[1].Split(',', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!zones.TryGetValue(name, out var ids))
                {
                    zones[name] = ids = [];
                }

                ids.Add(id);
            }
        }

        foreach (var (name, ids) in zones)
        {
            _abbreviations[name] = new Lazy<Use[]>(() => UsesOf(name, ids));
        }

        foreach (var row in Tsv.Read("Timestamps.zones.tsv"))
        {
            if (row[1][0] is '+' or '-')
            {
                var offset = TimeSpan.ParseExact(row[1].AsSpan(1), @"hh\:mm", CultureInfo.InvariantCulture);
                _fixed[row[0]] = row[1][0] == '-' ? -offset : offset;
            }
            else
            {
                _zoneIds[row[0]] = row[1];
            }
        }
    }

    /// <summary>The one table; built when it is first needed.</summary>
    public static Zones Default => Shared.Value;

    /// <summary>Whether the name is one of a zone: an abbreviation, or a city whose clock the tz database knows.</summary>
    public bool IsKnown(string name) => _fixed.ContainsKey(name) || _abbreviations.ContainsKey(name) || _zoneIds.ContainsKey(name);

    /// <summary>The offset that the name means at that wall-clock time; null where it is not known or means several.</summary>
    public TimeSpan? Offset(string name, DateTime wallClock)
    {
        if (_fixed.TryGetValue(name, out var offset))
        {
            return offset;
        }

        var local = LocalDateTime.FromDateTime(wallClock);
        if (_abbreviations.TryGetValue(name, out var found))
        {
            var uses = found.Value;

            // EST is also written in summer: what is not in force on the day is taken at its word
            var instant = local.InUtc().ToInstant();
            return Only(uses, u => u.Start <= instant && instant < u.End) ?? (Array.Exists(uses, u => u.Start <= instant && instant < u.End) ? null : Only(uses, _ => true));
        }

        return _zoneIds.TryGetValue(name, out var id)
            ? DateTimeZoneProviders.Tzdb[id].AtLeniently(local).Offset.ToTimeSpan()
            : null;
    }

    private static IEnumerable<ZoneInterval> IntervalsOf(string id) =>
        DateTimeZoneProviders.Tzdb[id].GetZoneIntervals(Instant.FromUtc(1990, 1, 1, 0, 0), Instant.FromUtc(2040, 1, 1, 0, 0));

    private static Use[] UsesOf(string abbreviation, List<string> ids) =>
    [
        .. ids.SelectMany(IntervalsOf)
            .Where(interval => string.Equals(interval.Name, abbreviation, StringComparison.OrdinalIgnoreCase))
            .Select(static interval => new Use(
                interval.HasStart ? interval.Start : Instant.MinValue,
                interval.HasEnd ? interval.End : Instant.MaxValue,
                interval.WallOffset.ToTimeSpan()))
            .Distinct(),
    ];

    private static TimeSpan? Only(Use[] uses, Func<Use, bool> counts)
    {
        TimeSpan? only = null;
        foreach (var use in uses)
        {
            if (counts(use))
            {
                if (only is { } o && o != use.Offset)
                {
                    return null;
                }

                only = use.Offset;
            }
        }

        return only;
    }

    private sealed record Use(Instant Start, Instant End, TimeSpan Offset);
}
