using System.Collections.Frozen;
using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;

namespace ArchiveScrub.Timestamps;

/// <summary>
/// Offsets of zone abbreviations and of cities' clocks, from the tz database that NodaTime carries and from
/// <c>zones.tsv</c>. An abbreviation that means several offsets on the day has none.
/// </summary>
internal sealed class Zones
{
    private static readonly Lazy<Zones> Shared = new(() => new Zones());

    private readonly FrozenDictionary<string, Use[]> _abbreviations;
    private readonly FrozenDictionary<string, string> _zoneIds;
    private readonly Dictionary<string, TimeSpan> _fixed = new(StringComparer.OrdinalIgnoreCase);

    private Zones()
    {
        var ids = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var uses = new Dictionary<string, HashSet<Use>>(StringComparer.OrdinalIgnoreCase);
        var (from, to) = (Instant.FromUtc(1990, 1, 1, 0, 0), Instant.FromUtc(2040, 1, 1, 0, 0));
        foreach (var id in TzdbDateTimeZoneSource.Default.CanonicalIdMap.Values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var slash = id.LastIndexOf('/');
            if (slash > 0 && !id.StartsWith("Etc/", StringComparison.Ordinal))
            {
                ids.TryAdd(id[(slash + 1)..].Replace('_', ' '), id);
            }

            foreach (var interval in DateTimeZoneProviders.Tzdb[id].GetZoneIntervals(from, to))
            {
                if (char.IsLetter(interval.Name[0]))
                {
                    if (!uses.TryGetValue(interval.Name, out var set))
                    {
                        uses[interval.Name] = set = [];
                    }

                    set.Add(new Use(
                        interval.HasStart ? interval.Start : Instant.MinValue,
                        interval.HasEnd ? interval.End : Instant.MaxValue,
                        interval.WallOffset.ToTimeSpan()));
                }
            }
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
                ids[row[0]] = row[1];
            }
        }

        _zoneIds = ids.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        _abbreviations = uses.ToFrozenDictionary(u => u.Key, u => u.Value.ToArray(), StringComparer.OrdinalIgnoreCase);
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
        if (_abbreviations.TryGetValue(name, out var uses))
        {
            // EST is also written in summer: what is not in force on the day is taken at its word
            var instant = local.InUtc().ToInstant();
            return Only(uses, u => u.Start <= instant && instant < u.End) ?? (Array.Exists(uses, u => u.Start <= instant && instant < u.End) ? null : Only(uses, _ => true));
        }

        return _zoneIds.TryGetValue(name, out var id)
            ? DateTimeZoneProviders.Tzdb[id].AtLeniently(local).Offset.ToTimeSpan()
            : null;
    }

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
