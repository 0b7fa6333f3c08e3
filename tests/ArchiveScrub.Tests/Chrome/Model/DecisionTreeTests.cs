using ArchiveScrub.Chrome.Model;
using Xunit;

namespace ArchiveScrub.Tests.Chrome.Model;

/// <summary>Trees: every row ends in the leaf that its splits lead to, alone or among others, and a leaf knows its reason.</summary>
public class DecisionTreeTests
{
    /// <summary>Feature 1 below 5? Then 10, or else feature 0 below 2? Then 20, or else 30.</summary>
    private static readonly (short Feature, short Left, float Number, float Mean)[] Nodes =
        [(1, 1, 5, 18), (-1, 0, 10, 10), (0, 3, 2, 26), (-1, 0, 20, 20), (-1, 0, 30, 30)];

    [Theory]
    [InlineData(0, 4.9f, 10)]
    [InlineData(9, 4.9f, 10)]
    [InlineData(1, 5, 20)]
    [InlineData(2, 5, 30)]
    [InlineData(0, float.NaN, 20)] // what is no number is not below anything
    public void A_row_ends_in_its_leaf(float zeroth, float first, float value)
    {
        var tree = Read(Nodes);
        Assert.Equal(value, tree[tree.LeafOf([zeroth, first])]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(11)] // four, four and three
    public void Many_rows_end_where_each_would_alone(int count)
    {
        var tree = Read(Nodes);
        var random = new Random(count);
        var rows = Enumerable.Range(0, count * 3).Select(_ => (float)random.Next(8)).ToArray();
        var leaves = new byte[count];

        tree.LeavesOf(rows, 3, leaves);

        Assert.Equal(Enumerable.Range(0, count).Select(i => tree.LeafOf(rows.AsSpan(i * 3, 3))), leaves);
    }

    [Fact]
    public void The_reason_of_a_leaf_is_the_feature_that_changed_the_mean_most_on_the_way()
    {
        var tree = Read(Nodes);
        Assert.Equal(new TreeReason(1, -8), tree.ReasonOf(1));
        Assert.Equal(new TreeReason(1, 8), tree.ReasonOf(3)); // feature 0: -6
    }

    [Fact]
    public void Splits_on_one_feature_count_together()
    {
        var tree = Read([(0, 1, 5, 10), (1, 3, 5, 6), (-1, 0, 90, 90), (0, 5, 2, 1), (-1, 0, 11, 11), (-1, 0, 0, 0), (-1, 0, 4, 4)]);
        Assert.Equal(new TreeReason(0, -5), tree.ReasonOf(5)); // 10 to 6 and 1 to 0, where feature 1 made 6 to 1
        Assert.Equal(new TreeReason(1, 5), tree.ReasonOf(4));
    }

    [Fact]
    public void The_loudest_feature_speaks_for_and_another_against()
    {
        var contributions = new float[21];
        (contributions[3], contributions[20], contributions[9]) = (0.5f, -0.7f, -0.1f);
        var row = Enumerable.Range(100, 21).Select(static i => (float)i).ToArray();
        Assert.Equal(new BlockReason(3, 103, 20, 120), BlockReason.Of(contributions, row));
    }

    [Fact]
    public void A_tree_may_be_one_leaf()
    {
        var tree = Read([(-1, 0, 7, 7)]);
        Assert.Equal(7, tree[tree.LeafOf([1])]);
        Assert.Equal(0, tree.ReasonOf(0).Change);
    }

    [Theory]
    [InlineData(0, 0)] // its own child
    [InlineData(0, 2)] // a right child that is not there
    [InlineData(-2, 1)]
    public void Nodes_that_make_no_tree_are_refused(short feature, short left) =>
        Assert.Throws<InvalidDataException>(() => Read([(feature, left, 0, 0), (-1, 0, 1, 1), (-1, 0, 2, 2)]));

    [Theory]
    [InlineData(0)]
    [InlineData(257)]
    public void Too_few_or_too_many_nodes_are_refused(int count) =>
        Assert.Throws<InvalidDataException>(() => Read(new (short, short, float, float)[count]));

    private static DecisionTree Read((short Feature, short Left, float Number, float Mean)[] nodes)
    {
        var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(nodes.Length);
        foreach (var (feature, left, number, mean) in nodes)
        {
            writer.Write(feature);
            writer.Write(left);
            writer.Write(number);
            writer.Write(mean);
        }

        stream.Position = 0;
        using var reader = new BinaryReader(stream);
        return DecisionTree.Read(reader);
    }
}
