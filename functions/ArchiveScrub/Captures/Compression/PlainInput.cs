namespace ArchiveScrub.Captures.Compression;

/// <summary>A file that is not compressed. A member begins where its reader stands when it asks for the next one.</summary>
internal sealed class PlainInput(ByteInput raw) : MemberInput
{
    /// <inheritdoc/>
    public override long? Length => raw.Position - Offset;

    /// <inheritdoc/>
    public override long Position => raw.Position - Offset;

    /// <inheritdoc/>
    public override bool IsCompressed => false;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Available => raw.Available;

    /// <inheritdoc/>
    public override void Advance(int count) => raw.Advance(count);

    /// <inheritdoc/>
    public override ValueTask<bool> FillAsync(int count, CancellationToken cancellationToken) => raw.FillAsync(count, cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        Offset = raw.Position;
        return raw.FillAsync(1, cancellationToken);
    }

    /// <inheritdoc/>
    public override void Begin() => Offset = raw.Position;

    /// <inheritdoc/>
    public override bool TryReturn(long offset) => raw.TrySeek(offset);

    /// <inheritdoc/>
    public override void Dispose() => raw.Dispose();
}
