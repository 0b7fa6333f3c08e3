using ArchiveScrub.Quality.Corpora;
using ArchiveScrub.Quality.Metrics;

namespace ArchiveScrub.Quality.Scoring;

/// <summary>A page, what a system made of it, and its figures: what reports look into while it is in memory.</summary>
internal sealed record ScoredPage(CorpusPage Page, SystemOutput Output, PageScore Score, Vocabulary Vocabulary, int[] OutputWords, int[] GoldWords);
