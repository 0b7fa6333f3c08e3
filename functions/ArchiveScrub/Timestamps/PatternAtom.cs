namespace ArchiveScrub.Timestamps;

/// <summary>One thing that a pattern may want next.</summary>
/// <param name="Name">What it is called in the pattern: <c>D</c>, <c>year-mark</c>, or a symbol itself.</param>
/// <param name="Tight">Whether no white space may stand before it (written <c>~</c>).</param>
internal sealed record PatternAtom(string Name, bool Tight)
{
    /// <summary>The symbol that it is, or NUL.</summary>
    public char Symbol { get; } = Name.Length == 1 && !char.IsLetter(Name[0]) ? Name[0] : '\0';

    /// <summary>The class of words that it is, or none.</summary>
    public WordClass Classes { get; } =
        Name.Length > 1 && Enum.TryParse<WordClass>(Name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var classes) ? classes : WordClass.None;
}
