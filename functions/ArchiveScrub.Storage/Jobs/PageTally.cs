namespace ArchiveScrub.Storage;

/// <summary>Counts over scrubbed pages; immutable.</summary>
public sealed record PageTally
{
    /// <summary>No pages.</summary>
    public static readonly PageTally None = new();

    /// <summary>Pages.</summary>
    public long Pages { get; init; }

    /// <summary>Pages that carry a flag for review.</summary>
    public long Flagged { get; init; }

    /// <summary>Bytes of payload.</summary>
    public long Bytes { get; init; }

    /// <summary>Bytes of clean text.</summary>
    public long CleanBytes { get; init; }

    /// <summary>Pages by flag.</summary>
    public IReadOnlyDictionary<string, long> Flags { get; init; } = new Dictionary<string, long>();

    /// <summary>Blocks and code points removed, by name of kind.</summary>
    public IReadOnlyDictionary<string, RemovalTally> Removed { get; init; } = new Dictionary<string, RemovalTally>();

    /// <summary>The tally of one page.</summary>
    public static PageTally Of(Manifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        return new PageTally
        {
            Pages = 1,
            Flagged = manifest.Quality.Flags.Count > 0 ? 1 : 0,
            Bytes = manifest.Page.Size,
            CleanBytes = manifest.Result.Clean.Bytes,
            Flags = manifest.Quality.Flags.ToDictionary(static flag => flag, static _ => 1L),
            Removed = manifest.Result.Removed.ToDictionary(static kind => kind.Key, static kind => new RemovalTally(kind.Value.Blocks, kind.Value.CodePoints)),
        };
    }

    /// <summary>Both together.</summary>
    public static PageTally operator +(PageTally left, PageTally right) => Add(left, right);

    /// <summary>Both together.</summary>
    public static PageTally Add(PageTally left, PageTally right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new PageTally
        {
            Pages = left.Pages + right.Pages,
            Flagged = left.Flagged + right.Flagged,
            Bytes = left.Bytes + right.Bytes,
            CleanBytes = left.CleanBytes + right.CleanBytes,
            Flags = Merge(left.Flags, right.Flags, static (x, y) => x + y),
            Removed = Merge(left.Removed, right.Removed, static (x, y) => new RemovalTally(x.Blocks + y.Blocks, x.CodePoints + y.CodePoints)),
        };
    }

    internal static IReadOnlyDictionary<string, T> Merge<T>(IReadOnlyDictionary<string, T> left, IReadOnlyDictionary<string, T> right, Func<T, T, T> add)
    {
        if (left.Count == 0 || right.Count == 0)
        {
            return left.Count == 0 ? right : left;
        }

        var sum = new Dictionary<string, T>(left);
        foreach (var (key, value) in right)
        {
            sum[key] = sum.TryGetValue(key, out var before) ? add(before, value) : value;
        }

        return sum;
    }
}
