using System.Globalization;

namespace ArchiveScrub.Benchmarks.Reports;

/// <summary>Numbers as a reader wants them: three digits that count, the same in every culture.</summary>
internal static class Figure
{
    private const double Mega = 1e6;

    /// <summary>A number; a dash where it is not known.</summary>
    public static string Of(double? number) => number switch
    {
        null or double.NaN => "–",
        >= 99.95 => number.Value.ToString("#,0", CultureInfo.InvariantCulture),
        >= 9.995 => number.Value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => number.Value.ToString("0.00", CultureInfo.InvariantCulture),
    };

    /// <summary>How many times a number is another.</summary>
    public static string Ratio(double number, double other) => Of(number / other) + " ×";

    /// <summary>Bytes in millions.</summary>
    public static string Megabytes(double? bytes) => Of(bytes / Mega);

    /// <summary>Bytes with the unit that fits a size such as a page's.</summary>
    public static string Size(long bytes) => bytes < Mega ? Of(bytes / 1e3) + " kB" : Of(bytes / Mega) + " MB";
}
