using ArchiveScrub.Quality.Scoring;

namespace ArchiveScrub.Quality.Strict;

/// <summary>A page with its strict gold: what reports look into. Only pages of the even half are ever made into one.</summary>
internal sealed record StrictPage(ScoredPage Scored, StrictLabel[] Labels, IReadOnlyList<StrictPiece> Pieces, StrictTally Tally);
