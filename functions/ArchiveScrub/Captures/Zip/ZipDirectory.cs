namespace ArchiveScrub.Captures.Zip;

/// <summary>The entries of an archive, in the order in which their contents stand in it.</summary>
/// <param name="Entries">The entries, with what is wrong with them.</param>
/// <param name="Damage">Why the directory at the end was not used, and the entries were found by their own headers; null where it was.</param>
/// <param name="DamageOffset">Where the damage was seen.</param>
internal sealed record ZipDirectory(IReadOnlyList<ZipEntry> Entries, string? Damage = null, long DamageOffset = 0)
{
    private readonly Dictionary<string, ZipEntry> _byName = Entries.DistinctBy(static entry => entry.Name, StringComparer.Ordinal).ToDictionary(static entry => entry.Name, StringComparer.Ordinal);

    /// <summary>The entry of a name; null where there is none.</summary>
    public ZipEntry? Find(string name) => _byName.GetValueOrDefault(name);
}
