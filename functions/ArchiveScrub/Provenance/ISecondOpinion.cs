namespace ArchiveScrub;

/// <summary>
/// Another tool's idea of what a page's article is. It is compared with ours and never changes the text. It may be used
/// by many threads at once, must give the same answer every time, and must not reach for anything but what it is given.
/// </summary>
public interface ISecondOpinion
{
    /// <summary>Name and version of the tool, <c>name/version</c>: it goes into manifests.</summary>
    string Tool { get; }

    /// <summary>The text of the article, or null where the tool finds none. What it throws counts as null.</summary>
    /// <param name="html">The page, decoded.</param>
    /// <param name="targetUri">Where the page was captured from, where that is known. Nothing is fetched.</param>
    /// <param name="cancellationToken">Stops it.</param>
    string? FindText(string html, string? targetUri, CancellationToken cancellationToken);
}
