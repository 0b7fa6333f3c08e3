using System.Globalization;

namespace ArchiveScrub.Quality.Gate;

/// <summary>Holds figures against floors, and raises floors to what was reached.</summary>
internal static class QualityGate
{
    /// <summary>
    /// How far a figure may stay below its floor: half a page in a thousand. A change that does other good may move a
    /// few words of a few pages; since floors never follow downwards, this does not add up.
    /// </summary>
    public const double Epsilon = 0.0005;

    private const double Step = 0.0001; // floors are written to four decimals, rounded down

    /// <summary>What is wrong with a run, a sentence each; empty where it passes.</summary>
    /// <param name="floors">The floors of the set of pages that was run, or null where there are none.</param>
    /// <param name="corpus">Fingerprint of the corpus that was run.</param>
    /// <param name="figures">What was reached.</param>
    public static IReadOnlyList<string> Compare(FloorSet? floors, string corpus, IReadOnlyDictionary<string, double> figures)
    {
        if (floors is null)
        {
            return ["there are no floors for this set of pages; write them with --raise"];
        }

        if (floors.Corpus != corpus)
        {
            return [$"the floors hold for another corpus ({Short(floors.Corpus)}, this one is {Short(corpus)})"];
        }

        var wrong = new List<string>();
        foreach (var (figure, floor) in floors.Floors)
        {
            if (!figures.TryGetValue(figure, out var reached))
            {
                wrong.Add($"{figure} has a floor but was not measured");
            }
            else if (!(reached >= floor - Epsilon))
            {
                wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{figure} is {reached:0.0000}, below its floor of {floor:0.0000}"));
            }
        }

        return wrong;
    }

    /// <summary>Raises the floors of a set to what was reached. A floor sinks only where a reason is given, which is recorded.</summary>
    /// <param name="file">All floors.</param>
    /// <param name="set">Which set of pages was run.</param>
    /// <param name="corpus">Fingerprint of the corpus that was run.</param>
    /// <param name="figures">What was reached.</param>
    /// <param name="lowerReason">Why floors may sink; null where they may not.</param>
    /// <param name="time">Tells the day.</param>
    /// <exception cref="InvalidOperationException">The corpus is another one, and no reason is given to start from its figures.</exception>
    public static FloorFile Raise(FloorFile file, string set, string corpus, IReadOnlyDictionary<string, double> figures, string? lowerReason, TimeProvider time)
    {
        var old = file.Sets.GetValueOrDefault(set);
        if (old is not null && old.Corpus != corpus && lowerReason is null)
        {
            throw new InvalidOperationException($"the floors hold for another corpus ({Short(old.Corpus)}, this one is {Short(corpus)}); to start from this one, allow lowering and give the reason");
        }

        var floors = new SortedDictionary<string, double>(StringComparer.Ordinal);
        var lowered = new List<Lowering>(file.Lowered);
        var today = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var (figure, floor) in old?.Floors ?? [])
        {
            var reached = figures.TryGetValue(figure, out var value) ? RoundDown(value) : (double?)null;
            if (reached >= floor)
            {
                floors.Add(figure, reached.Value);
            }
            else if (lowerReason is null)
            {
                floors.Add(figure, floor);
            }
            else
            {
                lowered.Add(new Lowering(today, set, figure, floor, reached, lowerReason));
                if (reached is { } lower)
                {
                    floors.Add(figure, lower);
                }
            }
        }

        foreach (var (figure, reached) in figures)
        {
            floors.TryAdd(figure, RoundDown(reached));
        }

        return new FloorFile
        {
            Sets = new SortedDictionary<string, FloorSet>(file.Sets, StringComparer.Ordinal) { [set] = new FloorSet(corpus, floors) },
            Lowered = lowered,
        };
    }

    // The figure is decimal, its double may lie a hair below: what reads 0.7400 stays 0.7400.
    private static double RoundDown(double value) => Math.Round(Math.Floor((value / Step) + 1e-6) * Step, 4);

    private static string Short(string fingerprint) => fingerprint.Length > 12 ? fingerprint[..12] : fingerprint;
}
