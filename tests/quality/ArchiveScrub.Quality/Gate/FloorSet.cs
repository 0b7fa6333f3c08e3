namespace ArchiveScrub.Quality.Gate;

/// <summary>The floors of one set of pages.</summary>
/// <param name="Corpus">Fingerprint of the corpus they hold for.</param>
/// <param name="Floors">Lowest allowed value by figure, such as <c>html.article.wordF1</c>.</param>
internal sealed record FloorSet(string Corpus, SortedDictionary<string, double> Floors);
