namespace ArchiveScrub.Benchmarks.Reports;

/// <summary>Numbers in order.</summary>
internal sealed class Distribution
{
    private readonly double[] _sorted;

    public Distribution(IEnumerable<double> numbers)
    {
        _sorted = [.. numbers.Order()];
        if (_sorted.Length == 0)
        {
            throw new ArgumentException("There is no distribution of no numbers.", nameof(numbers));
        }
    }

    /// <summary>The arithmetic mean.</summary>
    public double Mean => _sorted.Average();

    /// <summary>The greatest.</summary>
    public double Max => _sorted[^1];

    /// <summary>The least.</summary>
    public double Min => _sorted[0];

    /// <summary>The median.</summary>
    public double Median => Percentile(50);

    /// <summary>The least number that at least so many of a hundred are not greater than (nearest rank); no number is made up between two.</summary>
    public double Percentile(int percent)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(percent, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100);
        return _sorted[((_sorted.Length * percent) + 99) / 100 - 1];
    }
}
