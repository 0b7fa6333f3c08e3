using System.Buffers;

namespace ArchiveScrub.Chrome.Model;

/// <summary>
/// The channels of a <see cref="SequenceNetwork"/> for each block of a sequence, with zeros before the first and after
/// the last block, so that layers may look past both ends. Its memory is on loan, and given back when it is disposed of.
/// </summary>
internal sealed class BlockChannels : IDisposable
{
    /// <summary>So many blocks past either end may be read.</summary>
    public const int Margin = 16;

    private readonly float[] _values;
    private readonly int _channels;

    /// <param name="count">Number of blocks.</param>
    /// <param name="channels">Channels a block.</param>
    public BlockChannels(int count, int channels)
    {
        Count = count;
        _channels = channels;
        _values = ArrayPool<float>.Shared.Rent((count + (2 * Margin)) * channels);
        _values.AsSpan(0, Margin * channels).Clear();
        _values.AsSpan((Margin + count) * channels, Margin * channels).Clear();
    }

    /// <summary>Number of blocks.</summary>
    public int Count { get; }

    /// <summary>The channels of a block; what they hold at first is anything.</summary>
    public Span<float> this[int block] => _values.AsSpan((block + Margin) * _channels, _channels);

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<float>.Shared.Return(_values);
}
