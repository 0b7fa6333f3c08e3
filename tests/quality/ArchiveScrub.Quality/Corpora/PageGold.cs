namespace ArchiveScrub.Quality.Corpora;

/// <summary>The ground truth of a page, as the corpus's <c>gold/ID.json</c> holds it.</summary>
/// <param name="Url">Where the page came from.</param>
/// <param name="PageType">Article, forum, product ...</param>
/// <param name="MainContent">The content as plain text; empty on a few pages.</param>
/// <param name="With">Snippets that the output has to contain.</param>
/// <param name="Without">Snippets of chrome that it must not contain.</param>
/// <param name="PublishDate">The day of publication; null where the page does not say.</param>
internal sealed record PageGold(string? Url, string PageType, string? MainContent, string[]? With, string[]? Without, string? PublishDate = null);
