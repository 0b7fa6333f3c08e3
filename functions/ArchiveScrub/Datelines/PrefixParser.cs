using ArchiveScrub.Timestamps;

namespace ArchiveScrub.Datelines;

/// <summary>Reads datelines at the start of a text by a table of shapes. Immutable and safe to share; looks at no more than <see cref="MaxLength"/> units.</summary>
internal sealed class PrefixParser
{
    /// <summary>No dateline is longer, in UTF-16 units.</summary>
    public const int MaxLength = 240;

    private readonly PrefixPattern[] _patterns;

    private PrefixParser(string table) => _patterns = [.. Tsv.Read(table).Select(row => new PrefixPattern(row))];

    /// <summary>Datelines before the first words of a report.</summary>
    public static PrefixParser Prefixes { get; } = new("Datelines.prefixes.tsv");

    /// <summary>Lines of their own that give a place beside the time.</summary>
    public static PrefixParser Lines { get; } = new("Datelines.lines.tsv");

    /// <summary>Places after the names of a byline.</summary>
    public static PrefixParser BylinePlaces { get; } = new("Datelines.byline-places.tsv");

    /// <summary>The dateline that the text begins with; null where it begins with none.</summary>
    public PrefixReading? Read(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, MaxLength));
        var timestamps = TimestampParser.Default.Read(head);
        if (timestamps.Tokens.Count == 0)
        {
            return null;
        }

        var scope = new PrefixScope(head, timestamps);
        foreach (var pattern in _patterns)
        {
            if (pattern.Read(head, in scope, timestamps) is { } reading)
            {
                return reading;
            }
        }

        return null;
    }
}
