namespace ArchiveScrub.Storage;

/// <summary>What is said of a result beside it, for those who look for results without reading them.</summary>
/// <param name="Tags">What results can be found by, in a form that blob index tags take: ten at most, of letters, digits, blanks and <c>+-./:=_</c>.</param>
/// <param name="Metadata">What comes with a result; names are identifiers, values ASCII.</param>
public sealed record ResultLabels(IReadOnlyDictionary<string, string> Tags, IReadOnlyDictionary<string, string> Metadata)
{
    /// <summary>Nothing.</summary>
    public static readonly ResultLabels None = new(new Dictionary<string, string>(), new Dictionary<string, string>());
}
