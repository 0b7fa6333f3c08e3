namespace ArchiveScrub.Captures.Zip;

/// <summary>
/// Checks how entries lie beside each other: names that stand twice, contents that overlap (which makes a small archive
/// unpack to any size) or lie outside. What is meant by them nobody can say, so none of them is read.
/// </summary>
internal static class ZipLayout
{
    /// <param name="entries">The entries as declared.</param>
    /// <param name="end">Where contents end and the directory begins.</param>
    /// <returns>The entries in the order of their contents, with what is wrong with each.</returns>
    public static ZipEntry[] Check(IReadOnlyCollection<ZipEntry> entries, long end)
    {
        var sorted = entries.OrderBy(static entry => entry.HeaderOffset).ToArray();
        var names = new Dictionary<string, int>(sorted.Length, StringComparer.Ordinal);
        var furthest = -1;
        for (var i = 0; i < sorted.Length; i++)
        {
            // Overflow gives a negative end, which lies outside as well.
            var isOutside = unchecked(sorted[i].LeastEnd) is var last && (last < sorted[i].HeaderOffset || last > end);
            sorted[i] = isOutside ? Spoil(sorted[i], CaptureErrorCodes.RecordTruncated, "the entry's content goes beyond the archive's contents") : sorted[i].Judged();
            if (furthest >= 0 && sorted[i].HeaderOffset < sorted[furthest].LeastEnd)
            {
                sorted[i] = Spoil(sorted[i], CaptureErrorCodes.ContainerDamaged, "the entry overlaps another one");
                sorted[furthest] = Spoil(sorted[furthest], CaptureErrorCodes.ContainerDamaged, "the entry overlaps another one");
            }

            if (!isOutside && (furthest < 0 || sorted[i].LeastEnd > sorted[furthest].LeastEnd))
            {
                furthest = i;
            }

            if (!names.TryAdd(sorted[i].Name, i))
            {
                var first = names[sorted[i].Name];
                sorted[i] = Spoil(sorted[i], CaptureErrorCodes.ContainerDamaged, "the entry's name stands twice in the archive");
                sorted[first] = Spoil(sorted[first], CaptureErrorCodes.ContainerDamaged, "the entry's name stands twice in the archive");
            }
        }

        return sorted;
    }

    private static ZipEntry Spoil(ZipEntry entry, string code, string reason) => entry with { Problem = entry.Problem ?? new ZipProblem(code, reason) };
}
