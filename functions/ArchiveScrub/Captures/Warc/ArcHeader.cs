using System.Globalization;

namespace ArchiveScrub.Captures.Warc;

/// <summary>
/// Reads the header line of an ARC record (Internet Archive, Arc File Format, 1996): version 1 has
/// <c>URL IP-address date content-type length</c>, version 2 more fields between content type and length.
/// </summary>
internal static class ArcHeader
{
    /// <summary>The scheme of the record that describes the file.</summary>
    public const string FileScheme = "filedesc:";

    private const int FieldsOfVersion1 = 5;
    private const int FieldsOfVersion2 = 10;

    /// <summary>The header, or null where the line is none.</summary>
    public static RecordHeader? Read(string line, CaptureLimits limits)
    {
        // URLs with blanks occur, so the fields are counted from the end.
        var fields = line.Split(' ');
        foreach (var count in (ReadOnlySpan<int>)[FieldsOfVersion1, FieldsOfVersion2])
        {
            if (fields.Length < count || WarcHeader.ParseDate(fields[^(count - 2)]) is not { } date || fields[^(count - 2)].Length < 8)
            {
                continue;
            }

            var url = string.Join(' ', fields[..^(count - 1)]);
            var length = long.TryParse(fields[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= limits.MaxRecordBytes ? value : (long?)null;
            return new RecordHeader
            {
                Type = url.StartsWith(FileScheme, StringComparison.OrdinalIgnoreCase) ? "filedesc" : "arc",
                Length = length,
                Date = date,
                TargetUri = url,
                MediaType = fields[^(count - 3)] is "-" or "" ? null : fields[^(count - 3)],
            };
        }

        return null;
    }

    /// <summary>Whether bytes may be the start of a header line: a URL's scheme.</summary>
    public static bool MayStart(ReadOnlySpan<byte> bytes)
    {
        var colon = bytes[..Math.Min(bytes.Length, 16)].IndexOf((byte)':');
        return colon > 1 && !bytes[..colon].ContainsAnyExceptInRange((byte)'a', (byte)'z');
    }
}
