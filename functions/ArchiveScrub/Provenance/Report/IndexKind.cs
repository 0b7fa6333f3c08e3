namespace ArchiveScrub.Provenance.Report;

/// <summary>A removed kind over many pages.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Average">Its share, on average over all pages.</param>
/// <param name="Pages">How many pages have it.</param>
/// <param name="Spread">Its share over those pages.</param>
internal sealed record IndexKind(string Name, double Average, int Pages, Spread Spread);
