namespace ArchiveScrub.Captures.Zip;

/// <summary>Why an entry is not read.</summary>
/// <param name="Code">One of <see cref="CaptureErrorCodes"/>.</param>
/// <param name="Reason">The reason, in a sentence for people that goes on after the entry's name.</param>
internal sealed record ZipProblem(string Code, string Reason)
{
    /// <summary>The problem as an error of a capture.</summary>
    public CaptureException ToException(string capture, ZipEntry entry, Exception? innerException = null) =>
        new(Code, Reason, capture, entry.Name, entry.HeaderOffset, innerException);
}
