namespace ArchiveScrub.Quality.Gate;

/// <summary>A floor that was lowered, or taken away, and why.</summary>
/// <param name="Date">The day, ISO 8601, UTC.</param>
/// <param name="Set">The set of pages.</param>
/// <param name="Figure">Which floor.</param>
/// <param name="From">What it was.</param>
/// <param name="To">What it is now; null where the figure is no longer measured.</param>
/// <param name="Reason">Why, in the words of whoever did it.</param>
internal sealed record Lowering(string Date, string Set, string Figure, double From, double? To, string Reason);
