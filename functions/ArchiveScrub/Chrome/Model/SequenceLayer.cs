using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ArchiveScrub.Chrome.Model;

/// <summary>
/// One layer of a <see cref="SequenceNetwork"/>: every output channel is a weighted sum over the input channels of the
/// block itself and, with three taps, of the blocks <see cref="Reach"/> places before and after it.
/// </summary>
/// <remarks>
/// Each output channel has a lane of its own, and adds up its inputs in one order, each product and sum fused into one
/// operation, as IEEE 754 defines it. So the result is the same to the last bit on every machine, however wide its
/// registers are, and whether or not it has an instruction for it.
/// </remarks>
internal sealed class SequenceLayer
{
    /// <summary>Output channels that are computed together.</summary>
    private const int Group = 16;

    /// <summary>Blocks that are computed together.</summary>
    private const int Rows = 4;

    private readonly float[] _weights; // group of outputs, tap, input, output of the group
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

    /// <summary>Output channels; a multiple of sixteen.</summary>
    public int Outputs => _bias.Length;

    /// <summary>Reads a layer: inputs, outputs, taps, reach (i32 each), weights by tap, input and output (f16), biases (f32).</summary>
    /// <exception cref="InvalidDataException">The sizes fit no layer.</exception>
    public static SequenceLayer Read(BinaryReader reader)
    {
        var inputs = reader.ReadInt32();
        var outputs = reader.ReadInt32();
        var taps = reader.ReadInt32();
        var reach = reader.ReadInt32();
        if (inputs <= 0 || outputs <= 0 || outputs % Group != 0 || taps is not (1 or 3) || reach is < 0 or > BlockChannels.Margin)
        {
            throw new InvalidDataException("This is no layer of a sequence network.");
        }

        var weights = new float[taps * inputs * outputs];
        var stored = new Half[weights.Length];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(stored.AsSpan()));
        for (var row = 0; row < taps * inputs; row++)
        {
            var (tap, input) = (row / inputs, row % inputs);
            for (var output = 0; output < outputs; output++)
            {
                weights[(((((output / Group * taps) + tap) * inputs) + input) * Group) + (output % Group)] = (float)stored[(row * outputs) + output];
            }
        }

        var bias = new float[outputs];
        for (var i = 0; i < bias.Length; i++)
        {
            bias[i] = reader.ReadSingle();
        }

        return new SequenceLayer(inputs, taps, reach, weights, bias);
    }

    /// <summary>Computes the layer for all blocks and cuts off what is negative.</summary>
    /// <param name="input">Input channels of each block.</param>
    /// <param name="output">Receives the output channels; must not be <paramref name="input"/>.</param>
    /// <param name="keepsInput">Whether the input is added to the output: there are as many channels of each.</param>
    public void Apply(BlockChannels input, BlockChannels output, bool keepsInput)
    {
        for (var first = 0; first < Outputs; first += Group)
        {
            var block = 0;
            for (; block + Rows <= input.Count; block += Rows)
            {
                ApplyToFour(input, output, block, first, keepsInput);
            }

            for (; block < input.Count; block++)
            {
                ApplyToOne(input, output, block, first, keepsInput);
            }
        }
    }

    /// <summary>Two vectors of output channels of four blocks: eight sums stay in registers, and each weight is read once for four.</summary>
    private void ApplyToFour(BlockChannels input, BlockChannels output, int block, int first, bool keepsInput)
    {
        var (low, high) = Bias(first);
        var (a0, b0, a1, b1) = (low, high, low, high);
        var (a2, b2, a3, b3) = (low, high, low, high);
        for (var tap = 0; tap < Taps; tap++)
        {
            var at = block + Offset(tap);
            var weights = Weights(tap, first);
            var row0 = input[at][..weights.Length];
            var row1 = input[at + 1][..weights.Length];
            var row2 = input[at + 2][..weights.Length];
            var row3 = input[at + 3][..weights.Length];
            for (var channel = 0; channel < weights.Length; channel++)
            {
                var (v, w) = weights[channel];
                var x = Vector256.Create(row0[channel]);
                a0 = Vector256.FusedMultiplyAdd(v, x, a0);
                b0 = Vector256.FusedMultiplyAdd(w, x, b0);
                x = Vector256.Create(row1[channel]);
                a1 = Vector256.FusedMultiplyAdd(v, x, a1);
                b1 = Vector256.FusedMultiplyAdd(w, x, b1);
                x = Vector256.Create(row2[channel]);
                a2 = Vector256.FusedMultiplyAdd(v, x, a2);
                b2 = Vector256.FusedMultiplyAdd(w, x, b2);
                x = Vector256.Create(row3[channel]);
                a3 = Vector256.FusedMultiplyAdd(v, x, a3);
                b3 = Vector256.FusedMultiplyAdd(w, x, b3);
            }
        }

        Put(input, output, block, first, a0, b0, keepsInput);
        Put(input, output, block + 1, first, a1, b1, keepsInput);
        Put(input, output, block + 2, first, a2, b2, keepsInput);
        Put(input, output, block + 3, first, a3, b3, keepsInput);
    }

    private void ApplyToOne(BlockChannels input, BlockChannels output, int block, int first, bool keepsInput)
    {
        var (a, b) = Bias(first);
        for (var tap = 0; tap < Taps; tap++)
        {
            var weights = Weights(tap, first);
            var row = input[block + Offset(tap)][..weights.Length];
            for (var channel = 0; channel < weights.Length; channel++)
            {
                var x = Vector256.Create(row[channel]);
                a = Vector256.FusedMultiplyAdd(weights[channel].Low, x, a);
                b = Vector256.FusedMultiplyAdd(weights[channel].High, x, b);
            }
        }

        Put(input, output, block, first, a, b, keepsInput);
    }

    private static void Put(BlockChannels input, BlockChannels output, int block, int first, Vector256<float> a, Vector256<float> b, bool keepsInput)
    {
        a = Vector256.Max(a, Vector256<float>.Zero);
        b = Vector256.Max(b, Vector256<float>.Zero);
        if (keepsInput)
        {
            var kept = input[block].Slice(first, Group);
            a += Vector256.Create<float>(kept);
            b += Vector256.Create<float>(kept[Vector256<float>.Count..]);
        }

        var sums = output[block].Slice(first, Group);
        a.CopyTo(sums);
        b.CopyTo(sums[Vector256<float>.Count..]);
    }

    private int Offset(int tap) => Taps == 1 ? 0 : (tap - 1) * Reach;

    private (Vector256<float> Low, Vector256<float> High) Bias(int first) =>
        (Vector256.Create<float>(_bias.AsSpan(first)), Vector256.Create<float>(_bias.AsSpan(first + Vector256<float>.Count)));

    /// <summary>The weights of a tap for a group of output channels, input by input.</summary>
    private ReadOnlySpan<WeightPair> Weights(int tap, int first) =>
        MemoryMarshal.Cast<float, WeightPair>(_weights.AsSpan(((first / Group * Taps) + tap) * _inputs * Group, _inputs * Group));

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct WeightPair(Vector256<float> Low, Vector256<float> High);
}
