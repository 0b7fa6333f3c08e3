using System.Runtime.InteropServices;

namespace ArchiveScrub.Quality.Metrics;

/// <summary>Precision, recall and F1 of two bags of words.</summary>
/// <param name="Output">Words of the output.</param>
/// <param name="Gold">Words of the gold.</param>
/// <param name="Hits">Words in both, each as often as it is in both.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WordScore(int Output, int Gold, int Hits)
{
    /// <summary>Share of the output that is in the gold. Nothing where nothing is wanted is perfect.</summary>
    public double Precision => Gold + Output == 0 ? 1 : Output == 0 ? 0 : (double)Hits / Output;

    /// <summary>Share of the gold that is in the output.</summary>
    public double Recall => Gold + Output == 0 ? 1 : Gold == 0 ? 0 : (double)Hits / Gold;

    /// <summary>Their harmonic mean.</summary>
    public double F1 => Gold + Output == 0 ? 1 : 2.0 * Hits / (Output + Gold);

    /// <summary>Compares two bags of words of one vocabulary.</summary>
    public static WordScore Of(ReadOnlySpan<int> output, ReadOnlySpan<int> gold, Vocabulary vocabulary)
    {
        var left = new int[vocabulary.Count];
        foreach (var word in gold)
        {
            left[word]++;
        }

        var hits = 0;
        foreach (var word in output)
        {
            if (left[word] > 0)
            {
                left[word]--;
                hits++;
            }
        }

        return new WordScore(output.Length, gold.Length, hits);
    }
}
