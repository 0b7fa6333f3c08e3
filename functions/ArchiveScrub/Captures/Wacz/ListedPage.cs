namespace ArchiveScrub.Captures.Wacz;

/// <summary>A page as a list under <c>pages/</c> names it.</summary>
/// <param name="Date">When it was captured.</param>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
internal sealed record ListedPage(DateTimeOffset? Date, string? Id, string? Title);
