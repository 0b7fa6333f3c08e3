namespace ArchiveScrub.Chrome.Model;

/// <summary>
/// The logistic function by plain arithmetic: <see cref="Math.Exp"/> may differ in its last bit from one machine to the
/// next, and a verdict must not.
/// </summary>
internal static class Logistic
{
    private const double Ln2 = 0.6931471805599453;
    private const int Terms = 14;
    private const int MantissaBits = 52;
    private const long ExponentBias = 1023;

    private static ReadOnlySpan<double> Inverse => [0, 1, 1.0 / 2, 1.0 / 3, 1.0 / 4, 1.0 / 5, 1.0 / 6, 1.0 / 7, 1.0 / 8, 1.0 / 9, 1.0 / 10, 1.0 / 11, 1.0 / 12, 1.0 / 13, 1.0 / 14];

    /// <summary>Probability of log odds.</summary>
    public static double Of(double logOdds)
    {
        var power = Exp(-Math.Abs(logOdds));
        return (logOdds >= 0 ? 1 : power) / (1 + power);
    }

    /// <summary>e to the power of a number that is not positive; 0 below -40.</summary>
    public static double Exp(double x)
    {
        if (x < -40)
        {
            return 0;
        }

        var halvings = (long)(-x / Ln2);
        var rest = x + (halvings * Ln2);
        double sum = 1;
        for (var n = Terms; n > 0; n--)
        {
            sum = 1 + (rest * Inverse[n] * sum);
        }

        return sum * BitConverter.Int64BitsToDouble((ExponentBias - halvings) << MantissaBits);
    }
}
