namespace ArchiveScrub.Provenance.Report;

/// <summary>How values are spread: quartiles by the nearest rank, and where the unusual begins (Tukey's fences).</summary>
/// <param name="Least">The least value.</param>
/// <param name="Lower">A quarter of the values is not greater.</param>
/// <param name="Middle">The median.</param>
/// <param name="Upper">Three quarters of the values are not greater.</param>
/// <param name="Most">The greatest value.</param>
internal readonly record struct Spread(double Least, double Lower, double Middle, double Upper, double Most)
{
    /// <summary>With fewer values than this nothing is called unusual.</summary>
    private const int Few = 8;

    /// <summary>The spread of some values.</summary>
    public static Spread Of(IReadOnlyCollection<double> values)
    {
        if (values.Count == 0)
        {
            return default;
        }

        var sorted = values.Order().ToArray();
        return new Spread(sorted[0], At(0.25), At(0.5), At(0.75), sorted[^1]) { IsTelling = sorted.Length >= Few };

        double At(double share) => sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(share * sorted.Length) - 1)];
    }

    /// <summary>Whether there are enough values to call one of them unusual.</summary>
    private bool IsTelling { get; init; }

    /// <summary>Whether a value is unusually great: beyond <paramref name="fences"/> times the distance of the quartiles.</summary>
    public bool IsHigh(double value, double fences) => IsTelling && value > Upper + (fences * Math.Max(Upper - Lower, 0.01));

    /// <summary>Whether a value is unusually small.</summary>
    public bool IsLow(double value, double fences) => IsTelling && value < Lower - (fences * Math.Max(Upper - Lower, 0.01));
}
