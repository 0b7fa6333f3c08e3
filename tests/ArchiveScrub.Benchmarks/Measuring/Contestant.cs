namespace ArchiveScrub.Benchmarks.Measuring;

/// <summary>What is measured: something that takes the bytes of a page and makes something of them.</summary>
internal abstract class Contestant
{
    private byte[] _buffer = [];
    private int _length;

    /// <summary>The page's bytes.</summary>
    protected ReadOnlyMemory<byte> Page => _buffer.AsMemory(0, _length);

    /// <summary>Reads a page; not measured.</summary>
    public virtual void Load(string file)
    {
        using var handle = File.OpenHandle(file);
        _length = (int)RandomAccess.GetLength(handle);
        if (_buffer.Length < _length)
        {
            _buffer = new byte[_length * 2];
        }

        for (var read = 0; read < _length;)
        {
            read += RandomAccess.Read(handle, _buffer.AsSpan(read, _length - read), read);
        }
    }

    /// <summary>Does what is measured to the page that was loaded.</summary>
    /// <returns>The size of what came out, so that the work cannot be left out as useless.</returns>
    public abstract long Run();
}
