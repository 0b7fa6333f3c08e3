namespace ArchiveScrub.Captures.Detection;

/// <summary>
/// Probabilities as costs: how much a model would need to write a character down. Costs are whole eighths of a bit, so that
/// sums are exact and the same on every machine.
/// </summary>
internal static class Bits
{
    /// <summary>Eighths in a bit.</summary>
    public const int Unit = 8;

    /// <summary>A byte or sequence that stands for nothing. Damage happens, so it is dear, not impossible.</summary>
    public const int Malformed = 24 * Unit;

    /// <summary>The cost of what has the given probability.</summary>
    public static int Of(double probability) => (int)Math.Round(-Math.Log2(probability) * Unit);

    /// <summary>
    /// The cost of a page that has less outside ASCII than is usual: a page with three letters of Thai among a thousand of
    /// English is hardly Thai. It is soft, for menus and scripts are English in many languages.
    /// </summary>
    /// <param name="sample">The page.</param>
    /// <param name="density">Bytes outside ASCII for each ASCII byte, as usual in the language.</param>
    public static int OfSparseness(DetectionSample sample, double density)
    {
        var shortage = density * sample.AsciiBytes / Math.Max(sample.HighBytes, 1);
        return shortage <= 1 ? 0 : (int)Math.Min(Math.Round(2 * Math.Log2(shortage) * Unit), 24 * Unit);
    }
}
