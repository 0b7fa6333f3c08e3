namespace ArchiveScrub.Captures;

/// <summary>A header as WARC, HTTP and MIME have it: a first line, and fields with a name and a value each.</summary>
internal sealed record HeaderBlock
{
    /// <summary>The first line; empty where the format has none.</summary>
    public required string FirstLine { get; init; }

    /// <summary>The fields, in order; names as they stand, values without blanks around them.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Fields { get; init; }

    /// <summary>What is odd about the lines, each said once.</summary>
    public IReadOnlyList<string> Oddities { get; init; } = [];

    /// <summary>Whether the empty line came that ends a header.</summary>
    public bool IsWhole { get; init; }

    /// <summary>The first value of a name; null where there is none.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var field in Fields)
            {
                if (field.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return field.Value;
                }
            }

            return null;
        }
    }

    /// <summary>All values of a name.</summary>
    public IEnumerable<string> All(string name) =>
        Fields.Where(field => field.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(static field => field.Value);
}
