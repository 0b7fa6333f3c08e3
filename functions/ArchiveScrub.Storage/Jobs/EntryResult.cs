namespace ArchiveScrub.Storage;

/// <summary>What an entry of a capture adds to the outputs.</summary>
internal sealed record EntryResult
{
    /// <summary>The entry; a page that could not be scrubbed is a failed one here.</summary>
    public required CaptureEntry Entry { get; init; }

    /// <summary>The page's counts; none where it is no page.</summary>
    public PageTally Pages { get; init; } = PageTally.None;

    /// <summary>The page's clean text, where it is wanted in a file of its own.</summary>
    public byte[]? CleanText { get; init; }

    /// <summary>What goes into each output, in the order of <see cref="Part.Outputs"/>.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Outputs { get; init; } = [];

}
