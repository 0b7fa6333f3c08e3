namespace ArchiveScrub.Storage;

/// <summary>What a run came to; fed with outcomes, one at a time.</summary>
public sealed class RunTotals
{
    private readonly int[] _captures = new int[Enum.GetValues<ScrubStatus>().Length];
    private readonly SortedDictionary<string, long> _quarantined = new(StringComparer.Ordinal);

    /// <summary>Pages scrubbed.</summary>
    public PageTally Pages { get; private set; } = PageTally.None;

    /// <summary>Records of captures that hold many.</summary>
    public RecordTally Records { get; private set; } = RecordTally.None;

    /// <summary>Captures in quarantine, by error code.</summary>
    public IReadOnlyDictionary<string, long> Quarantined => _quarantined;

    /// <summary>Captures of every status.</summary>
    public long Captures => _captures.Sum(static count => (long)count);

    /// <summary>Captures of a status.</summary>
    public long this[ScrubStatus status] => _captures[(int)status];

    /// <summary>Counts an outcome.</summary>
    public void Add(ScrubOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        _captures[(int)outcome.Status]++;
        Pages += outcome.Pages;
        Records += outcome.Records;
        if (outcome.Error is { } error)
        {
            _quarantined[error.Code] = _quarantined.GetValueOrDefault(error.Code) + 1;
        }
    }
}
