using ArchiveScrub.Timestamps;

namespace ArchiveScrub.Datelines;

/// <summary>Reads <c>Narch 2</c> and <c>Juen 19</c>: an English month one slip of the pen away, then a day. Only a dateline is certain enough for that.</summary>
internal static class MisspeltMonth
{
    private const int MinLength = 4;

    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>The date that begins at a token; null where there is none.</summary>
    public static DateReading? Read(ReadOnlySpan<char> text, List<Token> tokens, int at)
    {
        if (at + 1 >= tokens.Count || tokens[at] is not { Kind: TokenKind.Word, Month: 0, Length: >= MinLength and <= 10 } word
            || tokens[at + 1] is not { Kind: TokenKind.Number, Length: <= 2, Value: >= 1 and <= 31, SpaceBefore: true } day)
        {
            return null;
        }

        Span<char> folded = stackalloc char[word.Length];
        folded = folded[..WordFolding.Fold(text[word.Start..word.End], folded)];
        for (var month = 1; month <= Months.Length; month++)
        {
            if (IsOneSlip(folded, Months[month - 1]))
            {
                return new DateReading(at + 2, null, month, day.Value, false, day.Value <= DateTime.DaysInMonth(2000, month), "misspelt");
            }
        }

        return null;
    }

    // One letter missing, too many, wrong, or two changed places.
    private static bool IsOneSlip(ReadOnlySpan<char> word, ReadOnlySpan<char> month)
    {
        var start = word.CommonPrefixLength(month);
        var a = word[start..];
        var b = month[start..];
        while (a.Length > 0 && b.Length > 0 && a[^1] == b[^1])
        {
            a = a[..^1];
            b = b[..^1];
        }

        return a.Length + b.Length == 1 || (a.Length == 1 && b.Length == 1) || (a.Length == 2 && b.Length == 2 && a[0] == b[1] && a[1] == b[0]);
    }
}
