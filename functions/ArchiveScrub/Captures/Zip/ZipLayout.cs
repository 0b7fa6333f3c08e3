namespace ArchiveScrub.Captures.Zip;

/// <summary>Checks how entries lie beside each other.</summary>
internal static class ZipLayout
{
    private static readonly ZipProblem Twice = new(CaptureErrorCodes.ContainerDamaged, "the entry's name stands twice in the archive");

    /// <summary>
    /// Whether contents overlap (which makes a small archive unpack to any size) or go beyond an offset: then the
    /// directory is not to be trusted.
    /// </summary>
    /// <param name="entries">The entries in the order of their contents.</param>
    /// <param name="end">Where contents end.</param>
    public static bool Overlaps(IReadOnlyList<ZipEntry> entries, long end)
    {
        var last = 0L;
        foreach (var entry in entries)
        {
            if (entry.HeaderOffset < last || entry.CompressedSize > end || entry.HeaderOffset > end || entry.LeastEnd > end)
            {
                return true;
            }

            last = entry.LeastEnd;
        }

        return false;
    }

    /// <summary>The entries with what is wrong with each. Which one is meant by a name that stands twice nobody can say, so neither is read.</summary>
    public static ZipEntry[] Judge(IReadOnlyList<ZipEntry> entries)
    {
        var judged = entries.Select(static entry => entry.Judged()).ToArray();
        var names = new Dictionary<string, int>(judged.Length, StringComparer.Ordinal);
        for (var i = 0; i < judged.Length; i++)
        {
            if (!names.TryAdd(judged[i].Name, i))
            {
                judged[i] = judged[i] with { Problem = judged[i].Problem ?? Twice };
                ref var first = ref judged[names[judged[i].Name]];
                first = first with { Problem = first.Problem ?? Twice };
            }
        }

        return judged;
    }
}
