namespace ArchiveScrub.Quality.Strict;

/// <summary>A half of the strict gold.</summary>
[Flags]
internal enum StrictHalf
{
    /// <summary>The half that rules may be tuned on.</summary>
    Even = 1,

    /// <summary>The half that nobody looks at: only its totals are printed.</summary>
    Odd = 2,

    /// <summary>Both.</summary>
    Both = Even | Odd,
}
