using System.Globalization;

namespace ArchiveScrub.Storage;

/// <summary>Reads back how a capture with many records was read, from the names that its summary gives it.</summary>
internal static class ReadingOptions
{
    /// <summary>The options; null where one of them is not known.</summary>
    public static CaptureReaderOptions? Parse(IReadOnlyList<string> names)
    {
        var options = CaptureReaderOptions.Default;
        foreach (var name in names)
        {
            if (name == "mode=strict")
            {
                options = options with { Mode = ReadingMode.Strict };
            }
            else if (name.StartsWith("status=", StringComparison.Ordinal) && Statuses(name["status=".Length..]) is { } statuses)
            {
                options = options with { Statuses = statuses };
            }
            else if (name != "text-files=true")
            {
                return null;
            }
        }

        return options;
    }

    private static SortedSet<int>? Statuses(string list)
    {
        var statuses = new SortedSet<int>();
        foreach (var item in list.Split(','))
        {
            if (!int.TryParse(item, NumberStyles.None, CultureInfo.InvariantCulture, out var status))
            {
                return null;
            }

            statuses.Add(status);
        }

        return statuses;
    }
}
