namespace ArchiveScrub.Tests.Captures;

/// <summary>A long stream of which only head and tail are there; what lies between is zeros, and is counted when it is read.</summary>
internal sealed class SparseStream(long length, byte[] head, byte[] tail) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        count = (int)Math.Min(count, length - Position);
        for (var i = 0; i < count; i++)
        {
            var at = Position + i;
            buffer[offset + i] = at < head.Length ? head[at] : at >= length - tail.Length ? tail[at - (length - tail.Length)] : (byte)0;
        }

        Position += count;
        return count;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
