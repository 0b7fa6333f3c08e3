namespace ArchiveScrub.Cli;

/// <summary>How often a change happened, and the first samples of it.</summary>
internal sealed class ChangeTally
{
    private readonly List<string> _samples = [];

    /// <summary>How often.</summary>
    public int Count { get; private set; }

    /// <summary>How much text.</summary>
    public long Characters { get; private set; }

    /// <summary>The first ones.</summary>
    public IReadOnlyList<string> Samples => _samples;

    /// <summary>Counts a change.</summary>
    public void Add(int characters, string sample, int mostSamples)
    {
        Count++;
        Characters += characters;
        if (_samples.Count < mostSamples)
        {
            _samples.Add(sample);
        }
    }
}
