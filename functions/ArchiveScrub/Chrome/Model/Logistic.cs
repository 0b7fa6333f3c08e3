namespace ArchiveScrub.Chrome.Model;

/// <summary>
/// The logistic function by plain arithmetic: <see cref="Math.Exp"/> may differ in its last bit from one machine to the
/// next, and a verdict must not.
/// </summary>
internal static class Logistic
{
    private const double Ln2 = 0.6931471805599453;

    /// <summary>Probability of log odds.</summary>
    public static double Of(double logOdds) => logOdds >= 0 ? 1 / (1 + Exp(-logOdds)) : Exp(logOdds) / (1 + Exp(logOdds));

    /// <summary>e to the power of a number that is not positive.</summary>
    public static double Exp(double x)
    {
        if (x < -40)
        {
            return 0;
        }

        var halvings = (int)(-x / Ln2);
        var rest = x + (halvings * Ln2);
        double term = 1, sum = 1;
        for (var n = 1; n <= 14; n++)
        {
            term *= rest / n;
            sum += term;
        }

        for (; halvings > 0; halvings--)
        {
            sum *= 0.5;
        }

        return sum;
    }
}
