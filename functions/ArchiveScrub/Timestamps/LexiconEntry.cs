namespace ArchiveScrub.Timestamps;

/// <summary>What is known of a word or phrase.</summary>
internal sealed class LexiconEntry
{
    /// <summary>The classes it belongs to.</summary>
    public WordClass Classes { get; set; }

    /// <summary>1 to 12; 101 to 112 for the Solar Hijri calendar; 0 where it is no month.</summary>
    public byte Month { get; set; }

    /// <summary>1 (Monday) to 7; 0 where it is no weekday.</summary>
    public byte Weekday { get; set; }

    /// <summary>The year before the first of the era; 0 where it is none.</summary>
    public int EraBase { get; set; }

    /// <summary>Whether longer phrases begin with it.</summary>
    public bool Continues { get; set; }
}
