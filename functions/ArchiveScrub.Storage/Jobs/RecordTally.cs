namespace ArchiveScrub.Storage;

/// <summary>Counts over the records of a capture.</summary>
public sealed record RecordTally
{
    /// <summary>No records.</summary>
    public static readonly RecordTally None = new();

    /// <summary>Records that became pages, were skipped, or failed.</summary>
    public long Seen { get; init; }

    /// <summary>What is no page, by reason.</summary>
    public IReadOnlyDictionary<string, long> Skipped { get; init; } = new Dictionary<string, long>();

    /// <summary>What could not be read or scrubbed, by error code.</summary>
    public IReadOnlyDictionary<string, long> Failed { get; init; } = new Dictionary<string, long>();

    /// <summary>What was tolerated, by code.</summary>
    public IReadOnlyDictionary<string, long> Warnings { get; init; } = new Dictionary<string, long>();

    /// <summary>The tally of one entry.</summary>
    public static RecordTally Of(CaptureEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var warnings = entry is WarningEntry { Warning: var between } ? [between] : entry.Record?.Warnings ?? [];
        return new RecordTally
        {
            Seen = entry is WarningEntry ? 0 : 1,
            Skipped = entry is SkippedEntry skipped ? One(skipped.Reason) : None.Skipped,
            Failed = entry is FailedEntry failed ? One(failed.Error.Code) : None.Failed,
            Warnings = warnings.Count == 0 ? None.Warnings : warnings.GroupBy(static w => w.Code, StringComparer.Ordinal).ToDictionary(static g => g.Key, static g => g.LongCount(), StringComparer.Ordinal),
        };
    }

    /// <summary>Both together.</summary>
    public static RecordTally operator +(RecordTally left, RecordTally right) => Add(left, right);

    /// <summary>Both together.</summary>
    public static RecordTally Add(RecordTally left, RecordTally right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new RecordTally
        {
            Seen = left.Seen + right.Seen,
            Skipped = PageTally.Merge(left.Skipped, right.Skipped, static (x, y) => x + y),
            Failed = PageTally.Merge(left.Failed, right.Failed, static (x, y) => x + y),
            Warnings = PageTally.Merge(left.Warnings, right.Warnings, static (x, y) => x + y),
        };
    }

    private static Dictionary<string, long> One(string key) => new(StringComparer.Ordinal) { [key] = 1 };
}
