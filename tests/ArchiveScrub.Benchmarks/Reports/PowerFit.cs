namespace ArchiveScrub.Benchmarks.Reports;

/// <summary>How something grows with a size: the exponent of the power of the size that fits best.</summary>
internal static class PowerFit
{
    /// <summary>
    /// The slope of the line through the logarithms by least squares: 1 where it grows as the size does, 2 where with its
    /// square. <see cref="double.NaN"/> for less than two sizes.
    /// </summary>
    public static double Exponent(IReadOnlyCollection<(double Size, double Value)> points)
    {
        var x = points.Select(static point => Math.Log(point.Size)).ToArray();
        var y = points.Select(static point => Math.Log(point.Value)).ToArray();
        if (x.Distinct().Count() < 2)
        {
            return double.NaN;
        }

        var (meanX, meanY) = (x.Average(), y.Average());
        return x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum() / x.Sum(a => (a - meanX) * (a - meanX));
    }
}
