namespace ArchiveScrub.Tests.Captures;

/// <summary>A stream that cannot seek and gives few bytes at a time.</summary>
internal sealed class DripStream(byte[] bytes, int size) : MemoryStream(bytes)
{
    public override bool CanSeek => false;

    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, size)]);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));
}
