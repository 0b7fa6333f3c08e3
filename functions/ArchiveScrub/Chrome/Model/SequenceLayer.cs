using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ArchiveScrub.Chrome.Model;

/// <summary>
/// One layer of a <see cref="SequenceNetwork"/>: every output channel is a weighted sum over the input channels of the
/// block itself and, with three taps, of the blocks <see cref="Reach"/> places before and after it.
/// </summary>
/// <remarks>
/// Each output channel has a lane of its own, and adds up its inputs in one order: product, then sum, never fused. So
/// the result is the same to the last bit on every machine, however wide its registers are.
/// </remarks>
internal sealed class SequenceLayer
{
    private readonly float[] _weights; // tap, input, output
    private readonly float[] _bias;
    private readonly int _inputs;

    private SequenceLayer(int inputs, int taps, int reach, float[] weights, float[] bias)
    {
        _inputs = inputs;
        Taps = taps;
        Reach = reach;
        _weights = weights;
        _bias = bias;
    }

    /// <summary>1, or 3 for a layer that sees its neighbours.</summary>
    public int Taps { get; }

    /// <summary>How many places away the neighbours are.</summary>
    public int Reach { get; }

    /// <summary>Output channels; a multiple of eight.</summary>
    public int Outputs => _bias.Length;

    /// <summary>Reads a layer: inputs, outputs, taps, reach (i32 each), weights by tap, input and output (f16), biases (f32).</summary>
    /// <exception cref="InvalidDataException">The sizes fit no layer.</exception>
    public static SequenceLayer Read(BinaryReader reader)
    {
        var inputs = reader.ReadInt32();
        var outputs = reader.ReadInt32();
        var taps = reader.ReadInt32();
        var reach = reader.ReadInt32();
        if (inputs <= 0 || outputs <= 0 || outputs % Vector256<float>.Count != 0 || taps is not (1 or 3))
        {
            throw new InvalidDataException("This is no layer of a sequence network.");
        }

        var weights = new float[taps * inputs * outputs];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = (float)reader.ReadHalf();
        }

        var bias = new float[outputs];
        for (var i = 0; i < bias.Length; i++)
        {
            bias[i] = reader.ReadSingle();
        }

        return new SequenceLayer(inputs, taps, reach, weights, bias);
    }

    /// <summary>Computes the layer for all blocks and cuts off what is negative.</summary>
    /// <param name="input">Input channels, block after block.</param>
    /// <param name="count">Number of blocks.</param>
    /// <param name="output">Output channels, block after block; must not be <paramref name="input"/>.</param>
    public void Apply(ReadOnlySpan<float> input, int count, Span<float> output)
    {
        for (var block = 0; block < count; block++)
        {
            var sums = output.Slice(block * Outputs, Outputs);
            _bias.CopyTo(sums);
            for (var tap = 0; tap < Taps; tap++)
            {
                var at = Taps == 1 ? block : block + ((tap - 1) * Reach);
                if (at >= 0 && at < count)
                {
                    Add(input.Slice(at * _inputs, _inputs), _weights.AsSpan(tap * _inputs * Outputs, _inputs * Outputs), sums);
                }
            }

            foreach (ref var lane in MemoryMarshal.Cast<float, Vector256<float>>(sums))
            {
                lane = Vector256.Max(lane, Vector256<float>.Zero);
            }
        }
    }

    private static void Add(ReadOnlySpan<float> input, ReadOnlySpan<float> weights, Span<float> sums)
    {
        var lanes = MemoryMarshal.Cast<float, Vector256<float>>(sums);
        var rows = MemoryMarshal.Cast<float, Vector256<float>>(weights);
        for (var i = 0; i + 4 <= lanes.Length; i += 4)
        {
            AddFour(input, rows, lanes.Slice(i, 4), i, lanes.Length);
        }

        for (var i = lanes.Length / 4 * 4; i < lanes.Length; i++)
        {
            var sum = lanes[i];
            for (var channel = 0; channel < input.Length; channel++)
            {
                sum += rows[(channel * lanes.Length) + i] * input[channel];
            }

            lanes[i] = sum;
        }
    }

    /// <summary>Four lanes at a time stay in registers.</summary>
    private static void AddFour(ReadOnlySpan<float> input, ReadOnlySpan<Vector256<float>> rows, Span<Vector256<float>> lanes, int first, int stride)
    {
        var (a, b, c, d) = (lanes[0], lanes[1], lanes[2], lanes[3]);
        for (var channel = 0; channel < input.Length; channel++)
        {
            var value = Vector256.Create(input[channel]);
            var row = rows.Slice((channel * stride) + first, 4);
            a += row[0] * value;
            b += row[1] * value;
            c += row[2] * value;
            d += row[3] * value;
        }

        (lanes[0], lanes[1], lanes[2], lanes[3]) = (a, b, c, d);
    }
}
