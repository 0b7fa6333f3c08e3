using System.Globalization;
using ArchiveScrub.Timestamps;

namespace ArchiveScrub.Datelines;

/// <summary>The date in the path of a page's address: <c>/2020/02/12/</c>, <c>/2020-02-12-title</c>, <c>/20200212/</c>.</summary>
internal static class UrlDate
{
    private const int MaxLength = 2048;
    private const int MinYear = 1990;
    private const int MaxYear = 2099;

    /// <summary>The date; null where the path has none.</summary>
    public static TimestampMatch? Find(string? uri)
    {
        if (uri is null || uri.Length > MaxLength)
        {
            return null;
        }

        var path = uri.AsSpan();
        var scheme = path.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0)
        {
            path = path[(scheme + 3)..];
        }

        var slash = path.IndexOf('/');
        if (slash < 0)
        {
            return null;
        }

        path = path[slash..];
        var end = path.IndexOfAny('?', '#');
        path = end >= 0 ? path[..end] : path;
        for (var i = 1; i + 8 <= path.Length; i++)
        {
            if (char.IsAsciiDigit(path[i]) && !char.IsAsciiDigit(path[i - 1]) && At(path[i..]) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static TimestampMatch? At(ReadOnlySpan<char> text)
    {
        if (Digits(text, 0, 4) is not (>= MinYear and <= MaxYear and var year))
        {
            return null;
        }

        var separator = text[4];
        int? month, day;
        int after;
        if (separator is '/' or '-' or '_' or '.')
        {
            var monthLength = text.Length > 6 && char.IsAsciiDigit(text[6]) ? 2 : 1;
            month = Digits(text, 5, monthLength) ?? (text.Length > 8 ? MonthName(text.Slice(5, 3)) : null);
            var dayAt = 5 + (Digits(text, 5, monthLength) is null ? 3 : monthLength) + 1;
            if (dayAt >= text.Length || text[dayAt - 1] != separator)
            {
                return null;
            }

            var dayLength = dayAt + 1 < text.Length && char.IsAsciiDigit(text[dayAt + 1]) ? 2 : 1;
            day = Digits(text, dayAt, dayLength);
            after = dayAt + dayLength;
        }
        else
        {
            (month, day, after) = (Digits(text, 4, 2), Digits(text, 6, 2), 8);
        }

        if (month is not (>= 1 and <= 12) || day is not >= 1 || day > DateTime.DaysInMonth(year, month.Value) || (after < text.Length && char.IsAsciiDigit(text[after])))
        {
            return null;
        }

        return new TimestampMatch(default, year, month.Value, day.Value) { Pattern = "url" };
    }

    private static int? Digits(ReadOnlySpan<char> text, int at, int count) =>
        at + count <= text.Length && int.TryParse(text.Slice(at, count), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static int? MonthName(ReadOnlySpan<char> name)
    {
        Span<char> folded = stackalloc char[3];
        return Lexicon.Default.Find(folded[..WordFolding.Fold(name, folded)]) is { Month: > 0 and <= 12 } entry ? entry.Month : null;
    }
}
