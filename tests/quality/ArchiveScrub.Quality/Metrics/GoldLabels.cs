using System.Runtime.InteropServices;

namespace ArchiveScrub.Quality.Metrics;

/// <summary>
/// Labels the blocks of an HTML page by the gold's text: a block is content when at least half of its words stand in
/// runs of four that the gold has too. Short blocks are judged by what stands before and after them in the gold, and a
/// copy more than the gold has is none. The labels are a measure to look at, not ground truth.
/// </summary>
internal static class GoldLabels
{
    private const int ShortWords = 8;
    private const int Reach = 12; // blocks to the nearest content on either side
    private const int Joint = 3; // words of the neighbour that must adjoin in the gold

    /// <summary>Whether each block is content.</summary>
    /// <param name="blocks">The words of each block.</param>
    /// <param name="gold">The words of the gold.</param>
    public static bool[] Of(IReadOnlyList<int[]> blocks, int[] gold)
    {
        var labels = ByCoverage(blocks, gold);
        for (var round = 0; round < 2; round++)
        {
            AddShort(blocks, gold, labels);
        }

        DropCopies(blocks, gold, labels);
        return labels;
    }

    private static bool[] ByCoverage(IReadOnlyList<int[]> blocks, int[] gold)
    {
        var runs = new HashSet<Run>();
        for (var i = 0; i + 4 <= gold.Length; i++)
        {
            runs.Add(Run.At(gold, i));
        }

        var stream = blocks.SelectMany(words => words).ToArray();
        var covered = new bool[stream.Length];
        for (var i = 0; i + 4 <= stream.Length; i++)
        {
            if (runs.Contains(Run.At(stream, i)))
            {
                covered.AsSpan(i, 4).Fill(true);
            }
        }

        var labels = new bool[blocks.Count];
        var at = 0;
        for (var i = 0; i < labels.Length; i++)
        {
            var hits = covered.AsSpan(at, blocks[i].Length).Count(true);
            labels[i] = blocks[i].Length > 0 && 2 * hits >= blocks[i].Length;
            at += blocks[i].Length;
        }

        return labels;
    }

    private static void AddShort(IReadOnlyList<int[]> blocks, int[] gold, bool[] labels)
    {
        var next = new int[labels.Length];
        for (int i = labels.Length - 1, last = -1; i >= 0; i--)
        {
            next[i] = last;
            last = labels[i] ? i : last;
        }

        var added = new List<int>();
        for (int i = 0, before = -1; i < labels.Length; i++)
        {
            var words = blocks[i];
            if (labels[i])
            {
                before = i;
                continue;
            }

            if (words.Length is 0 or > ShortWords)
            {
                continue;
            }

            int[] tail = before >= 0 && i - before < Reach ? [.. blocks[before][^Math.Min(Joint, blocks[before].Length)..], .. words] : [];
            int[] head = next[i] >= 0 && next[i] - i < Reach ? [.. words, .. blocks[next[i]][..Math.Min(Joint, blocks[next[i]].Length)]] : [];
            if (IsIn(gold, tail) || IsIn(gold, head))
            {
                added.Add(i);
            }
        }

        foreach (var i in added)
        {
            labels[i] = true;
        }
    }

    private static void DropCopies(IReadOnlyList<int[]> blocks, int[] gold, bool[] labels)
    {
        var copies = Enumerable.Range(0, labels.Length).Where(i => labels[i] && blocks[i].Length >= 5)
            .GroupBy(i => string.Join(' ', blocks[i]), StringComparer.Ordinal).Where(group => group.Skip(1).Any());
        var counts = new Dictionary<Run, int>();
        for (var i = 0; i + 4 <= gold.Length; i++)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, Run.At(gold, i), out _)++;
        }

        foreach (var group in copies.ToList())
        {
            var words = blocks[group.First()];
            var inGold = Enumerable.Range(0, words.Length - 3).Min(i => counts.GetValueOrDefault(Run.At(words, i)));
            foreach (var extra in group.OrderByDescending(i => WordsAround(blocks, labels, i)).Skip(Math.Max(1, inGold)).ToList())
            {
                labels[extra] = false;
            }
        }
    }

    private static int WordsAround(IReadOnlyList<int[]> blocks, bool[] labels, int i)
    {
        var sum = 0;
        for (var j = Math.Max(0, i - 4); j < Math.Min(labels.Length, i + 5); j++)
        {
            sum += labels[j] && j != i ? blocks[j].Length : 0;
        }

        return sum;
    }

    private static bool IsIn(ReadOnlySpan<int> gold, ReadOnlySpan<int> words) => !words.IsEmpty && gold.IndexOf(words) >= 0;

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Run(int A, int B, int C, int D)
    {
        public static Run At(int[] words, int i) => new(words[i], words[i + 1], words[i + 2], words[i + 3]);
    }
}
