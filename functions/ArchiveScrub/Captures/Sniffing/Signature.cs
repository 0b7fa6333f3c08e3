namespace ArchiveScrub.Captures.Sniffing;

/// <summary>Bytes that give a file format away.</summary>
/// <param name="Name">The format, for people, with its article.</param>
/// <param name="Bytes">What stands at <paramref name="Offset"/>.</param>
/// <param name="Offset">Where it stands.</param>
/// <param name="Family">What can be done with the format.</param>
/// <param name="More">A second mark, where the first one alone could begin a text; empty where it could not.</param>
/// <param name="MoreOffset">Where the second mark stands.</param>
internal sealed record Signature(string Name, byte[] Bytes, int Offset = 0, ContentFamily Family = ContentFamily.Binary, byte[]? More = null, int MoreOffset = 0)
{
    /// <summary>How a container is read; null where it is not.</summary>
    public CaptureFormat? Format { get; init; }

    /// <summary>The format's media type, where that is of use.</summary>
    public string? MediaType { get; init; }

    public bool Matches(ReadOnlySpan<byte> head) => StandsAt(head, Bytes, Offset) && (More is null || StandsAt(head, More, MoreOffset));

    private static bool StandsAt(ReadOnlySpan<byte> head, ReadOnlySpan<byte> mark, int offset) =>
        head.Length >= offset + mark.Length && head.Slice(offset, mark.Length).SequenceEqual(mark);
}
