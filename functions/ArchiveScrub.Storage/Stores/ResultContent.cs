namespace ArchiveScrub.Storage;

/// <summary>What a result holds, in a form that need not fit into memory.</summary>
/// <param name="MediaType">Media type, for stores that keep one.</param>
/// <param name="WriteToAsync">Writes the content; called once.</param>
public sealed record ResultContent(string MediaType, Func<Stream, CancellationToken, Task> WriteToAsync)
{
    /// <summary>What is said of it, for stores that can.</summary>
    public ResultLabels Labels { get; init; } = ResultLabels.None;

    /// <summary>Content that is in memory.</summary>
    public static ResultContent FromBytes(string mediaType, ReadOnlyMemory<byte> content) =>
        new(mediaType, (stream, cancellationToken) => stream.WriteAsync(content, cancellationToken).AsTask());
}
