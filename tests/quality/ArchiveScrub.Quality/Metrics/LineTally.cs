using System.Runtime.InteropServices;
using ArchiveScrub.Quality.Corpora;

namespace ArchiveScrub.Quality.Metrics;

/// <summary>Right and wrong decisions about the lines of text captures. <c>unsure</c> lines are not in it.</summary>
/// <param name="Kept">Keep lines that were kept.</param>
/// <param name="Leaked">Drop lines that were kept.</param>
/// <param name="Lost">Keep lines that were dropped.</param>
/// <param name="Dropped">Drop lines that were dropped.</param>
/// <param name="KeptWords">Words of <paramref name="Kept"/>.</param>
/// <param name="LeakedWords">Words of <paramref name="Leaked"/>.</param>
/// <param name="LostWords">Words of <paramref name="Lost"/>.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LineTally(int Kept, int Leaked, int Lost, int Dropped, int KeptWords, int LeakedWords, int LostWords)
{
    /// <summary>F1 of the kept lines; 1 where there was nothing to keep and nothing was.</summary>
    public double F1 => Ratio(2.0 * Kept, 2 * Kept + Leaked + Lost);

    /// <summary>The same with each line weighted by its words.</summary>
    public double WeightedF1 => Ratio(2.0 * KeptWords, 2 * KeptWords + LeakedWords + LostWords);

    /// <summary>Share of the drop lines that were dropped.</summary>
    public double DropRecall => Ratio(Dropped, Dropped + Leaked);

    /// <summary>Adds up.</summary>
    public static LineTally operator +(LineTally a, LineTally b) => new(
        a.Kept + b.Kept, a.Leaked + b.Leaked, a.Lost + b.Lost, a.Dropped + b.Dropped,
        a.KeptWords + b.KeptWords, a.LeakedWords + b.LeakedWords, a.LostWords + b.LostWords);

    /// <summary>Counts the decisions about one capture.</summary>
    /// <param name="lines">Its lines.</param>
    /// <param name="gold">Their labels.</param>
    /// <param name="kept">Whether each line was kept.</param>
    public static LineTally Of(TextLines lines, TextGold gold, ReadOnlySpan<bool> kept)
    {
        int right = 0, leaked = 0, lost = 0, dropped = 0, rightWords = 0, leakedWords = 0, lostWords = 0;
        for (var line = 0; line < lines.Count; line++)
        {
            switch (gold[line], kept[line])
            {
                case (LineLabel.Keep, true):
                    right++;
                    rightWords += lines.Weight(line);
                    break;
                case (LineLabel.Keep, false):
                    lost++;
                    lostWords += lines.Weight(line);
                    break;
                case (LineLabel.Drop, true):
                    leaked++;
                    leakedWords += lines.Weight(line);
                    break;
                case (LineLabel.Drop, false):
                    dropped++;
                    break;
            }
        }

        return new LineTally(right, leaked, lost, dropped, rightWords, leakedWords, lostWords);
    }

    private static double Ratio(double part, int whole) => whole == 0 ? 1 : part / whole;
}
