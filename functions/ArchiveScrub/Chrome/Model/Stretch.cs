using System.Buffers;

namespace ArchiveScrub.Chrome.Model;

/// <summary>
/// Blocks that follow one another and are judged together: their features, their roles, what the trees say of them. Its
/// memory is on loan, and given back when it is disposed of.
/// </summary>
/// <param name="first">The first of them.</param>
/// <param name="count">How many they are.</param>
/// <param name="width">Features a block.</param>
internal sealed class Stretch(int first, int count, int width) : IDisposable
{
    private readonly float[] _rows = ArrayPool<float>.Shared.Rent(count * width);

    /// <summary>The first of them.</summary>
    public int First => first;

    /// <summary>How many they are.</summary>
    public int Count => count;

    /// <summary>Features a block.</summary>
    public int Width => width;

    /// <summary>Features, row after row.</summary>
    public ReadOnlySpan<float> Rows => _rows.AsSpan(0, count * width);

    /// <summary>Identity of each block's role among repeated siblings.</summary>
    public ulong[] Roles { get; } = new ulong[count];

    /// <summary>What the trees say: log odds.</summary>
    public float[] Margins { get; } = new float[count];

    /// <summary>The features of a block.</summary>
    /// <param name="block">Its number in the stretch.</param>
    public Span<float> Row(int block) => _rows.AsSpan(block * width, width);

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<float>.Shared.Return(_rows);
}
