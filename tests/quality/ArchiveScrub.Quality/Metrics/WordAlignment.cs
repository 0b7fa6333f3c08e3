namespace ArchiveScrub.Quality.Metrics;

/// <summary>
/// Finds the words of a capture that are in an output made of it, in order. Runs of words that stand once in each are
/// anchors (patience diff); between two anchors the alignment with the longest runs is computed, so that a "the" of
/// the content is not found in a menu.
/// </summary>
internal static class WordAlignment
{
    private const long ExactCells = 4_000_000; // of one gap; above it words are taken greedily

    /// <summary>For each word of <paramref name="capture"/>, whether it is in <paramref name="output"/>.</summary>
    public static bool[] Align(ReadOnlySpan<int> capture, ReadOnlySpan<int> output)
    {
        return Array.ConvertAll(Places(capture, output), static place => place >= 0);
    }

    /// <summary>For each word of <paramref name="capture"/>, its place in <paramref name="output"/>; -1 where it is not in it.</summary>
    public static int[] Places(ReadOnlySpan<int> capture, ReadOnlySpan<int> output)
    {
        var places = new int[capture.Length];
        Array.Fill(places, -1);
        Align(capture, output, places, 0, 5);
        return places;
    }

    // b starts at that offset of the whole output.
    private static void Align(ReadOnlySpan<int> a, ReadOnlySpan<int> b, Span<int> places, int offset, int run)
    {
        if (a.IsEmpty || b.IsEmpty)
        {
            return;
        }

        if (a.SequenceEqual(b))
        {
            Fill(places, offset);
            return;
        }

        // Runs of five words first, then of two: the shorter ones may cross what the longer ones have settled.
        for (; run >= 2; run -= 3)
        {
            var anchors = Anchors(a, b, run);
            if (anchors.Count > 0)
            {
                Split(a, b, places, offset, anchors, run);
                return;
            }
        }

        if ((long)a.Length * b.Length <= ExactCells)
        {
            Exact(a, b, places, offset);
        }
        else
        {
            Greedy(a, b, places, offset);
        }
    }

    private static void Split(ReadOnlySpan<int> a, ReadOnlySpan<int> b, Span<int> places, int offset, List<(int A, int B)> anchors, int run)
    {
        int a0 = 0, b0 = 0;
        foreach (var (i, j) in anchors)
        {
            if (i < a0 || j < b0)
            {
                if (i - j != a0 - b0)
                {
                    continue; // it overlaps the run before it on another diagonal
                }
            }

            int i0 = i, j0 = j;
            while (i0 > a0 && j0 > b0 && a[i0 - 1] == b[j0 - 1])
            {
                i0--;
                j0--;
            }

            if (i0 > a0 && j0 > b0)
            {
                Align(a[a0..i0], b[b0..j0], places[a0..i0], offset + b0, run);
            }

            int i1 = Math.Max(i, a0), j1 = Math.Max(j, b0);
            while (i1 < a.Length && j1 < b.Length && a[i1] == b[j1])
            {
                i1++;
                j1++;
            }

            if (i1 > i0)
            {
                Fill(places[i0..i1], offset + j0);
            }

            a0 = Math.Max(a0, i1);
            b0 = Math.Max(b0, j1);
        }

        // Whatever is left has no anchor of this length at its end.
        Align(a[a0..], b[b0..], places[a0..], offset + b0, run);
    }

    private static void Fill(Span<int> places, int start)
    {
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = start + i;
        }
    }

    // Places of the runs that stand once in a and once in b, thinned to the longest series that is in order in both.
    private static List<(int A, int B)> Anchors(ReadOnlySpan<int> a, ReadOnlySpan<int> b, int run)
    {
        var inB = UniqueRuns(b, run);
        var pairs = new List<(int A, int B)>();
        foreach (var (key, i) in UniqueRuns(a, run))
        {
            if (i >= 0 && inB.TryGetValue(key, out var j) && j >= 0)
            {
                pairs.Add((i, j));
            }
        }

        pairs.Sort();
        return InOrder(pairs);
    }

    private static Dictionary<(int, int, int, int, int), int> UniqueRuns(ReadOnlySpan<int> words, int run)
    {
        var places = new Dictionary<(int, int, int, int, int), int>(words.Length);
        for (var i = 0; i + run <= words.Length; i++)
        {
            var key = run == 5 ? (words[i], words[i + 1], words[i + 2], words[i + 3], words[i + 4]) : (words[i], words[i + 1], -1, -1, -1);
            if (!places.TryAdd(key, i))
            {
                places[key] = -1;
            }
        }

        return places;
    }

    private static List<(int A, int B)> InOrder(List<(int A, int B)> pairs)
    {
        var tails = new List<int>(); // index of the pair that ends the best series of each length
        var before = new int[pairs.Count];
        for (var k = 0; k < pairs.Count; k++)
        {
            int low = 0, high = tails.Count;
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = pairs[tails[middle]].B < pairs[k].B ? (middle + 1, high) : (low, middle);
            }

            before[k] = low > 0 ? tails[low - 1] : -1;
            if (low == tails.Count)
            {
                tails.Add(k);
            }
            else
            {
                tails[low] = k;
            }
        }

        var series = new List<(int A, int B)>();
        for (var k = tails.Count > 0 ? tails[^1] : -1; k >= 0; k = before[k])
        {
            series.Add(pairs[k]);
        }

        series.Reverse();
        return series;
    }

    // A match counts 1, and 1 more where the words before it match too: runs win over scattered words.
    private static void Exact(ReadOnlySpan<int> a, ReadOnlySpan<int> b, Span<int> places, int offset)
    {
        const byte FromA = 0, FromB = 1, Match = 2, Run = 4;
        var width = b.Length + 1;
        var moves = new byte[(a.Length + 1) * width];
        var matchBefore = new int[width];
        var bestBefore = new int[width];
        var match = new int[width];
        var best = new int[width];
        Array.Fill(matchBefore, int.MinValue / 2);
        for (var i = 1; i <= a.Length; i++)
        {
            match[0] = int.MinValue / 2;
            for (var j = 1; j <= b.Length; j++)
            {
                byte move = 0;
                match[j] = int.MinValue / 2;
                if (a[i - 1] == b[j - 1])
                {
                    var isRun = matchBefore[j - 1] + 2 >= bestBefore[j - 1] + 1;
                    match[j] = isRun ? matchBefore[j - 1] + 2 : bestBefore[j - 1] + 1;
                    move = isRun ? Run : (byte)0;
                }

                var skip = Math.Max(bestBefore[j], best[j - 1]);
                if (match[j] >= skip)
                {
                    best[j] = match[j];
                    move |= Match;
                }
                else
                {
                    best[j] = skip;
                    move |= bestBefore[j] >= best[j - 1] ? FromA : FromB;
                }

                moves[(i * width) + j] = move;
            }

            (match, matchBefore) = (matchBefore, match);
            (best, bestBefore) = (bestBefore, best);
        }

        var mustMatch = false;
        for (int i = a.Length, j = b.Length; i > 0 && j > 0;)
        {
            var move = moves[(i * width) + j];
            if (mustMatch || (move & Match) != 0)
            {
                places[i - 1] = offset + j - 1;
                mustMatch = (move & Run) != 0;
                i--;
                j--;
            }
            else if ((move & FromB) != 0)
            {
                j--;
            }
            else
            {
                i--;
            }
        }
    }

    // Takes, for each word of the output, the longest run that starts at its next occurrences.
    private static void Greedy(ReadOnlySpan<int> a, ReadOnlySpan<int> b, Span<int> places, int offset)
    {
        const int Tries = 20;
        var i = 0;
        for (var j = 0; j < b.Length && i < a.Length;)
        {
            int bestAt = -1, bestLength = 0;
            var at = i;
            for (var tries = 0; tries < Tries && at < a.Length; tries++)
            {
                var next = a[at..].IndexOf(b[j]);
                if (next < 0)
                {
                    break;
                }

                at += next;
                var length = a[at..].CommonPrefixLength(b[j..]);
                if (length > bestLength)
                {
                    (bestAt, bestLength) = (at, length);
                }

                at++;
            }

            if (bestAt < 0)
            {
                j++;
                continue;
            }

            Fill(places.Slice(bestAt, bestLength), offset + j);
            i = bestAt + bestLength;
            j += bestLength;
        }
    }
}
