using ArchiveScrub.Chrome.Model;
using Xunit;

namespace ArchiveScrub.Tests.Chrome.Model;

/// <summary>The networks: layers compute what their definition says, and inputs are what the trees and the page say.</summary>
public class SequenceNetworkTests
{
    [Theory]
    [InlineData(8, 5, 1, 0, 7)]
    [InlineData(32, 16, 3, 1, 9)]
    [InlineData(48, 48, 3, 16, 9)] // reaches past both ends of the page
    [InlineData(40, 3, 3, 2, 1)] // lanes that are no multiple of four, one block
    public void Layer_sums_inputs_of_the_block_and_its_neighbours(int outputs, int inputs, int taps, int reach, int count)
    {
        var random = new Random(7);
        var weights = Enumerable.Range(0, taps * inputs * outputs).Select(_ => (Half)(random.NextDouble() - 0.5)).ToArray();
        var bias = Enumerable.Range(0, outputs).Select(_ => (float)random.NextDouble() - 0.5f).ToArray();
        var input = Enumerable.Range(0, count * inputs).Select(_ => (float)random.NextDouble() - 0.5f).ToArray();
        var layer = Read(SequenceLayer.Read, writer => WriteLayer(writer, inputs, outputs, taps, reach, weights, bias));

        var output = new float[count * outputs];
        layer.Apply(input, count, output);

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
                        expected += input[(at * inputs) + i] * (double)weights[(((tap * inputs) + i) * outputs) + o];
                    }
                }

                Assert.Equal(Math.Max(0, expected), output[(block * outputs) + o], 1e-4);
            }
        }
    }

    [Theory]
    [InlineData(0, 8, 1)]
    [InlineData(4, 7, 1)] // not a multiple of eight
    [InlineData(4, 8, 2)]
    public void Sizes_that_fit_no_layer_are_refused(int inputs, int outputs, int taps) =>
        Assert.Throws<InvalidDataException>(() => Read(SequenceLayer.Read, writer => WriteLayer(writer, inputs, outputs, taps, 1, new Half[taps * inputs * outputs], new float[outputs])));

    [Fact]
    public void Inputs_of_any_size_come_between_minus_one_and_one()
    {
        var scale = new InputScale(1, Middle: 10, Spread: 5);
        Assert.Equal(0, scale.Of([99, 10]));
        Assert.Equal(0.5f, scale.Of([99, 15]));
        Assert.Equal(-0.5f, scale.Of([99, 5]));
        Assert.InRange(scale.Of([99, 1e30f]), 0.99f, 1);
    }

    [Fact]
    public void Blocks_of_one_role_share_what_the_trees_said_of_them_by_words()
    {
        // The only feature is the number of words.
        var scores = new BlockScores([0.2, 0.8, 0.5], [9.5f, 29.5f, 4], Width: 1);
        var inputs = SequenceInputs.Of([-1.4f, 1.4f, 0], scores, [7, 7, 8], words: 0);
        var role = (float)(((0.2 * 10) + (0.8 * 30)) / 40);
        var kept = (0.2 * 9.5) + (0.8 * 29.5) + (0.5 * 4);
        Assert.Equal([-1.4f, 0.2f, role, 2, (float)(kept / 43), (float)kept, 9.5f], inputs.Row(0));
        Assert.Equal([1.4f, 0.8f, role, 2, (float)(kept / 43), (float)kept, 29.5f], inputs.Row(1));
        Assert.Equal([0, 0.5f, 0.5f, 1, (float)(kept / 43), (float)kept, 4], inputs.Row(2));
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
            WriteLayer(writer, 1, 8, 1, 0, Ones(8, 0), new float[8]);
            writer.Write(1);
            WriteLayer(writer, 8, 8, 3, 1, Ones(3 * 64, 0), new float[8]);
            WriteLayer(writer, 16, 8, 1, 0, Ones(16 * 8, 8 * 8), new float[8]);
            writer.Write(0);
            for (var c = 0; c < 8; c++)
            {
                writer.Write(c == 0 ? 1f : 0f);
            }

            writer.Write(-1f);
        });
        var scores = new BlockScores([0.5, 0.5, 0.5], [1, 1, 1], Width: 1);

        var opinion = network.Score(SequenceInputs.Of([1, 0, 3], scores, [1, 2, 3], words: 0));

        // Scaled: 1/2, 0, 3/4. With the block before: 1/2, 1/2, 3/4. The greatest is 3/4, the bias -1.
        Assert.Equal([0.25f, 0.25f, 0.5f], opinion);

        static Half[] Ones(int count, int at)
        {
            var weights = new Half[count];
            weights[at] = (Half)1;
            return weights;
        }
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
