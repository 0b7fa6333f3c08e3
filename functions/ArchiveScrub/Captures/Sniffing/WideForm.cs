namespace ArchiveScrub.Captures.Sniffing;

/// <summary>An encoding form with code units of more than a byte.</summary>
internal enum WideForm
{
    /// <summary>None: the units are bytes.</summary>
    None,

    /// <summary>UTF-16, low byte first.</summary>
    Utf16LittleEndian,

    /// <summary>UTF-16, high byte first.</summary>
    Utf16BigEndian,

    /// <summary>UTF-32, low byte first.</summary>
    Utf32LittleEndian,

    /// <summary>UTF-32, high byte first.</summary>
    Utf32BigEndian,
}
