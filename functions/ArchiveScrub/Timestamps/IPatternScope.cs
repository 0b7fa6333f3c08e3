namespace ArchiveScrub.Timestamps;

/// <summary>Gives the atoms of a pattern their meaning over some text.</summary>
internal interface IPatternScope
{
    /// <summary>Where the atom may end if it begins at token <paramref name="at"/>, preferred end first. Returns how many ends were written.</summary>
    int Ends(PatternAtom atom, int at, scoped Span<int> ends);
}
