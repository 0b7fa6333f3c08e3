namespace ArchiveScrub.Captures.Mhtml;

/// <summary>A multipart whose end is not reached yet.</summary>
/// <param name="Subtype"><c>related</c>, <c>alternative</c>, …, lower case.</param>
/// <param name="Start">The id of the part that is the root (RFC 2387 section 3.2), without angle brackets.</param>
/// <param name="IsOnPath">Whether the page is looked for in it.</param>
internal sealed record OpenMultipart(string Subtype, string? Start, bool IsOnPath)
{
    /// <summary>How many children were seen.</summary>
    public int Children { get; set; }

    /// <summary>
    /// Whether the page is looked for in the child that begins now: the one that <c>start</c> names, each one of
    /// alternatives, and else the first.
    /// </summary>
    public bool Enter(string? childId)
    {
        Children++;
        return IsOnPath && (Subtype == "alternative" || (Start is null ? Children == 1 : childId == Start));
    }
}
