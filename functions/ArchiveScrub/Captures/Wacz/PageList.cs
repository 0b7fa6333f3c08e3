namespace ArchiveScrub.Captures.Wacz;

/// <summary>The pages that a WACZ lists, by their URI. It holds so many and no more, however long the lists are.</summary>
internal sealed class PageList
{
    private const int MaxPages = 100_000;
    private const int MaxCharacters = 32 * 1024 * 1024;

    private readonly Dictionary<string, List<ListedPage>> _pages = new(StringComparer.Ordinal);
    private int _count;
    private long _characters;

    /// <summary>Takes a page on; false where the list is full.</summary>
    public bool TryAdd(string uri, ListedPage page)
    {
        var characters = uri.Length + (page.Id?.Length ?? 0) + (page.Title?.Length ?? 0);
        if (_count == MaxPages || _characters + characters > MaxCharacters)
        {
            return false;
        }

        if (!_pages.TryGetValue(uri, out var pages))
        {
            _pages.Add(uri, pages = []);
        }

        pages.Add(page);
        _count++;
        _characters += characters;
        return true;
    }

    /// <summary>The page of a URI that was captured nearest to a date; null where none is listed.</summary>
    public ListedPage? Find(string? uri, DateTimeOffset? date) =>
        uri is not null && _pages.TryGetValue(uri, out var pages)
            ? pages.MinBy(page => date is { } at && page.Date is { } listed ? (listed - at).Duration() : TimeSpan.MaxValue)
            : null;
}
