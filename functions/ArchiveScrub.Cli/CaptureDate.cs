using System.Globalization;

namespace ArchiveScrub.Cli;

/// <summary>Reads the date of <c>--captured-at</c>.</summary>
internal static class CaptureDate
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    private static readonly string[] Instants =
    [
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyyMMddHHmmss",
    ];

    /// <summary>
    /// An ISO 8601 date or date-time, or the 14 digits of web archives; UTC unless it says otherwise. A date alone means
    /// the last second of that day, as the capture date is the upper bound of the dates on a page.
    /// </summary>
    public static bool TryParse(string text, out DateTimeOffset date)
    {
        if (DateTimeOffset.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, Utc, out date))
        {
            date = date.AddDays(1).AddSeconds(-1);
            return true;
        }

        return DateTimeOffset.TryParseExact(text, Instants, CultureInfo.InvariantCulture, Utc, out date);
    }
}
