using System.IO.Enumeration;

namespace ArchiveScrub.Storage;

/// <summary>A file or folder of a folder that is listed; the key is what it adds to the names in it.</summary>
internal readonly record struct FolderEntry(string Key, bool IsFolder)
{
    private static readonly EnumerationOptions All = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false, RecurseSubdirectories = false };

    /// <summary>
    /// The entries of a folder, in the order in which the names that begin with them come. Names that begin with a dot
    /// are left out. Links to files count as files; links to folders are not followed, so there are no loops.
    /// </summary>
    public static FolderEntry[] Of(string folder)
    {
        var entries = new FileSystemEnumerable<FolderEntry>(folder, static (ref entry) => From(ref entry), All)
        {
            ShouldIncludePredicate = static (ref entry) => !entry.FileName.StartsWith('.') && !(entry.IsDirectory && IsLink(ref entry)),
        }.ToArray();

        // A folder counts with its slash: "a-b" comes before "a/b" and "a.b".
        Array.Sort(entries, static (x, y) => string.CompareOrdinal(x.Key, y.Key));
        return entries;
    }

    private static FolderEntry From(ref FileSystemEntry entry) =>
        entry.IsDirectory ? new FolderEntry($"{entry.FileName}/", IsFolder: true) : new FolderEntry(entry.FileName.ToString(), IsFolder: false);

    private static bool IsLink(ref FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);
}
