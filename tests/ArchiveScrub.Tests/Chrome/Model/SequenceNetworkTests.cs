using ArchiveScrub.Chrome.Model;
using Xunit;

namespace ArchiveScrub.Tests.Chrome.Model;

/// <summary>The networks: layers compute what their definition says, and inputs are what the trees and the page say.</summary>
public class SequenceNetworkTests
{
    [Theory]
    [InlineData(16, 5, 1, 0, 7)]
    [InlineData(32, 16, 3, 1, 9)]
    [InlineData(48, 48, 3, 16, 9)] // reaches past both ends of the page
    [InlineData(16, 3, 3, 2, 1)] // one block
    public void Layer_sums_inputs_of_the_block_and_its_neighbours(int outputs, int inputs, int taps, int reach, int count)
    {
        var random = new Random(7);
        var weights = Enumerable.Range(0, taps * inputs * outputs).Select(_ => (Half)(random.NextDouble() - 0.5)).ToArray();
        var bias = Enumerable.Range(0, outputs).Select(_ => (float)random.NextDouble() - 0.5f).ToArray();
        using var input = new BlockChannels(count, inputs);
        for (var block = 0; block < count; block++)
        {
            foreach (ref var value in input[block])
            {
                value = (float)random.NextDouble() - 0.5f;
            }
        }

        var layer = Read(SequenceLayer.Read, writer => WriteLayer(writer, inputs, outputs, taps, reach, weights, bias));

        using var output = new BlockChannels(count, outputs);
        layer.Apply(input, output, keepsInput: false);

        for (var block = 0; block < count; block++)
        {
            for (var o = 0; o < outputs; o++)
            {
                double expected = bias[o];
                for (var tap = 0; tap < taps; tap++)
                {
                    var at = taps == 1 ? block : block + ((tap - 1) * reach);
                    for (var i = 0; at >= 0 && at < count && i < inputs; i++)
                    {
                        expected += input[at][i] * (double)weights[(((tap * inputs) + i) * outputs) + o];
                    }
                }

                Assert.Equal(Math.Max(0, expected), output[block][o], 1e-4);
            }
        }
    }

    [Fact]
    public void Layer_may_add_its_input()
    {
        var layer = Read(SequenceLayer.Read, writer => WriteLayer(writer, 16, 16, 1, 0, new Half[16 * 16], [.. Enumerable.Repeat(-3f, 8), .. Enumerable.Repeat(2f, 8)]));
        using var input = new BlockChannels(5, 16);
        using var output = new BlockChannels(5, 16);
        for (var block = 0; block < 5; block++)
        {
            input[block].Fill(block);
        }

        layer.Apply(input, output, keepsInput: true);

        Assert.Equal(4, output[4][0]); // what is negative is cut off before
        Assert.Equal(6, output[4][15]);
        Assert.Equal(2, output[0][15]);
    }

    [Theory]
    [InlineData(0, 16, 1, 1)]
    [InlineData(4, 8, 1, 1)] // not a multiple of sixteen
    [InlineData(4, 16, 2, 1)]
    [InlineData(4, 16, 3, 17)] // reaches further than there are zeros
    public void Sizes_that_fit_no_layer_are_refused(int inputs, int outputs, int taps, int reach) =>
        Assert.Throws<InvalidDataException>(() => Read(SequenceLayer.Read, writer => WriteLayer(writer, inputs, outputs, taps, reach, new Half[taps * inputs * outputs], new float[outputs])));

    [Fact]
    public void Inputs_of_any_size_come_between_minus_one_and_one()
    {
        var scale = new InputScale(1, Middle: 10, Spread: 5);
        Assert.Equal(0, scale.Of(10));
        Assert.Equal(0.5f, scale.Of(15));
        Assert.Equal(-0.5f, scale.Of(5));
        Assert.InRange(scale.Of(1e30f), 0.99f, 1);
    }

    [Fact]
    public void Blocks_of_one_role_share_what_the_trees_said_of_them_by_words()
    {
        // The only feature is the number of words.
        using var stretch = StretchOf([9.5f, 29.5f, 4], margins: [-1.4f, 1.4f, 0], roles: [7, 7, 8]);
        var inputs = SequenceInputs.Of(stretch, [0.2, 0.8, 0.5], words: 0);
        var role = (float)(((0.2 * 10) + (0.8 * 30)) / 40);
        var kept = (0.2 * 9.5) + (0.8 * 29.5) + (0.5 * 4);
        Assert.Equal([-1.4f, 0.2f, role, 2, (float)(kept / 43), (float)kept, 9.5f], Row(0));
        Assert.Equal([1.4f, 0.8f, role, 2, (float)(kept / 43), (float)kept, 29.5f], Row(1));
        Assert.Equal([0, 0.5f, 0.5f, 1, (float)(kept / 43), (float)kept, 4], Row(2));

        float[] Row(int block) => [.. Enumerable.Range(0, 7).Select(column => inputs[block, column])];
    }

    [Fact]
    public void A_block_is_judged_by_its_neighbours_and_by_the_page()
    {
        // One channel counts: it reads the first input, looks one block back, and adds the greatest of the page.
        var network = Read(SequenceNetwork.Read, writer =>
        {
            writer.Write(1);
            writer.Write(0);
            writer.Write(0f);
            writer.Write(1f);
            WriteLayer(writer, 1, 16, 1, 0, Ones(16, 0), new float[16]);
            writer.Write(1);
            WriteLayer(writer, 16, 16, 3, 1, Ones(3 * 256, 0), new float[16]);
            WriteLayer(writer, 32, 16, 1, 0, Ones(32 * 16, 16 * 16), new float[16]);
            writer.Write(0);
            for (var c = 0; c < 16; c++)
            {
                writer.Write(c == 0 ? 1f : 0f);
            }

            writer.Write(-1f);
        });
        using var stretch = StretchOf([1, 1, 1], margins: [1, 0, 3], roles: [1, 2, 3]);

        var opinion = network.Score(SequenceInputs.Of(stretch, [0.5, 0.5, 0.5], words: 0));

        // Scaled: 1/2, 0, 3/4. With the block before: 1/2, 1/2, 3/4. The greatest is 3/4, the bias -1.
        Assert.Equal([0.25f, 0.25f, 0.5f], opinion);

        static Half[] Ones(int count, int at)
        {
            var weights = new Half[count];
            weights[at] = (Half)1;
            return weights;
        }
    }

    private static Stretch StretchOf(float[] words, float[] margins, ulong[] roles)
    {
        var stretch = new Stretch(0, words.Length, 1);
        for (var i = 0; i < words.Length; i++)
        {
            stretch.Row(i)[0] = words[i];
        }

        margins.CopyTo(stretch.Margins, 0);
        roles.CopyTo(stretch.Roles, 0);
        return stretch;
    }

    private static T Read<T>(Func<BinaryReader, T> read, Action<BinaryWriter> write)
    {
        var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        write(writer);
        stream.Position = 0;
        using var reader = new BinaryReader(stream);
        return read(reader);
    }

    private static void WriteLayer(BinaryWriter writer, int inputs, int outputs, int taps, int reach, Half[] weights, float[] bias)
    {
        writer.Write(inputs);
        writer.Write(outputs);
        writer.Write(taps);
        writer.Write(reach);
        foreach (var weight in weights)
        {
            writer.Write(weight);
        }

        foreach (var value in bias)
        {
            writer.Write(value);
        }
    }
}
