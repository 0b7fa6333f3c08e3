namespace ArchiveScrub.Storage;

/// <summary>What a part holds, and of what it was made.</summary>
internal sealed record PartHeader
{
    /// <summary>The capture's hash.</summary>
    public required string CaptureSha256 { get; init; }

    /// <summary>The tool that made it.</summary>
    public required ManifestTool Tool { get; init; }

    /// <summary>How the capture was read.</summary>
    public required IReadOnlyList<string> Options { get; init; }

    /// <summary>The first byte of the stretch; a number of its own where the capture has no slices.</summary>
    public required long Start { get; init; }

    /// <summary>The first byte behind it.</summary>
    public required long End { get; init; }

    /// <summary>Its pages.</summary>
    public required PageTally Pages { get; init; }

    /// <summary>Its records.</summary>
    public required RecordTally Records { get; init; }

    /// <summary>Where the capture could not be read any further.</summary>
    public long? StoppedAt { get; init; }

    /// <summary>Bytes of each output, in the order of <see cref="Part.Outputs"/>.</summary>
    public required IReadOnlyList<long> Sizes { get; init; }

    /// <summary>Hashes of the pages' record ids, 8 bytes each, to find those that occur twice.</summary>
    public required byte[] Ids { get; init; }

    /// <summary>Whether it is of that capture, made by that tool in that way.</summary>
    public bool IsOf(CaptureIdentity capture, ManifestTool tool, IReadOnlyList<string> options) =>
        CaptureSha256 == capture.Sha256 && Tool.IsSameAs(tool) && Options.SequenceEqual(options, StringComparer.Ordinal);
}
