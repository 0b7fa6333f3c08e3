using System.Globalization;

namespace ArchiveScrub.Datelines;

/// <summary>
/// Days in EDTF, the Extended Date/Time Format of ISO 8601-2:2019: <c>2020-02-12</c>; <c>2020?-02-12</c> where the year is
/// uncertain (level 2, a qualified component); <c>XXXX-02-12</c> where it is not known (level 2, unspecified digits).
/// </summary>
internal static class Edtf
{
    private const string UnknownYear = "XXXX";

    /// <summary>A day.</summary>
    public static string Of(DateOnly day, bool isYearUncertain = false) =>
        day.ToString(isYearUncertain ? "yyyy?-MM-dd" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A month and a day of a year that is not known.</summary>
    public static string Of(int month, int day) => string.Create(CultureInfo.InvariantCulture, $"{UnknownYear}-{month:00}-{day:00}");

    /// <summary>Reads what the other methods write; false for anything else, other EDTF included.</summary>
    /// <param name="text">The text.</param>
    /// <param name="date">Its parts; the year null where it is not known.</param>
    public static bool TryParse(string text, out (int? Year, bool IsYearUncertain, int Month, int Day) date)
    {
        date = default;
        var uncertain = text.Length == 11 && text[4] == '?';
        var plain = uncertain ? text.Remove(4, 1) : text;
        if (plain.Length != 10 || plain[4] != '-' || plain[7] != '-' || !Number(plain.AsSpan(5, 2), out var month) || !Number(plain.AsSpan(8, 2), out var day))
        {
            return false;
        }

        int? year = null;
        if (!plain.StartsWith(UnknownYear, StringComparison.Ordinal))
        {
            if (!Number(plain.AsSpan(0, 4), out var stated) || stated == 0)
            {
                return false;
            }

            year = stated;
        }
        else if (uncertain)
        {
            return false;
        }

        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year ?? 2000, month))
        {
            return false;
        }

        date = (year, uncertain, month, day);
        return true;
    }

    private static bool Number(ReadOnlySpan<char> digits, out int value) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
