namespace ArchiveScrub.Captures.Zip;

/// <summary>What an entry stands for.</summary>
internal enum ZipEntryKind
{
    /// <summary>A file.</summary>
    File,

    /// <summary>A folder; it has no content.</summary>
    Folder,

    /// <summary>A symbolic link: its content is a path, which is never followed.</summary>
    SymbolicLink,

    /// <summary>A device, a pipe, a socket.</summary>
    Special,
}
