namespace ArchiveScrub.Captures.Zip;

/// <summary>Files of an archive as records.</summary>
internal static class ZipRecord
{
    /// <summary>What the archive says of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="stream">Its content, where it could be opened.</param>
    /// <param name="wacz">What a WACZ says of it.</param>
    public static RecordInfo Of(ZipEntry file, ZipEntryStream? stream = null, WaczChecks? wacz = null) => new()
    {
        Type = "file",
        Offset = 0,
        Length = file.IsCutOff ? null : file.Size,
        Path = file.Name,
        Container = stream is null ? null : new ContainerFile
        {
            Offset = stream.DataOffset,
            Length = file.CompressedSize,
            IsDeflated = file.Method == ZipEntry.Deflated,
            Wacz = wacz,
        },
        Warnings = ZipName.IsUnsafe(file.Name)
            ? [new CaptureWarning(CaptureWarningCodes.UnsafeName, "the name of the file leads out of the archive or is no path; it is used as a name only")]
            : [],
    };
}
