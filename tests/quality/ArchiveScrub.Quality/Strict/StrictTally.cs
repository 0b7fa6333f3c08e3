namespace ArchiveScrub.Quality.Strict;

/// <summary>Right and wrong decisions about lines of strict gold. Lines that are not to be scored are not in it.</summary>
internal sealed record StrictTally
{
    /// <summary>Nothing counted yet.</summary>
    public static StrictTally Empty { get; } = new();

    /// <summary>Words that had to stay and did.</summary>
    public int Kept { get; init; }

    /// <summary>Words that had to stay and went.</summary>
    public int Lost { get; init; }

    /// <summary>Words that had to go and stayed, and words that stayed though the capture does not show them.</summary>
    public int Leaked { get; init; }

    /// <summary>Words of scored lines that no block holds (HTML only); they count nowhere else.</summary>
    public int Unplaced { get; init; }

    /// <summary>By kind.</summary>
    public IReadOnlyList<KindTally> Kinds { get; init; } = new KindTally[ArchiveScrub.Kinds.All.Count];

    /// <summary>Share of the kept words that had to stay.</summary>
    public double Precision => Kept + Leaked == 0 ? 1 : (double)Kept / (Kept + Leaked);

    /// <summary>Share of the words that had to stay that did.</summary>
    public double Recall => Kept + Lost == 0 ? 1 : (double)Kept / (Kept + Lost);

    /// <summary>All removed kinds together.</summary>
    public KindTally Removed => Kinds.Where((_, kind) => !((Kind)kind).IsKept()).Aggregate((a, b) => a + b);

    /// <summary>Adds up.</summary>
    public static StrictTally operator +(StrictTally a, StrictTally b) => new()
    {
        Kept = a.Kept + b.Kept,
        Lost = a.Lost + b.Lost,
        Leaked = a.Leaked + b.Leaked,
        Unplaced = a.Unplaced + b.Unplaced,
        Kinds = [.. a.Kinds.Zip(b.Kinds, (x, y) => x + y)],
    };
}
