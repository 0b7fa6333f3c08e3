namespace ArchiveScrub;

/// <summary>What reading a capture may cost. Whatever exceeds a limit ends in a <see cref="CaptureException"/>, not in a slow or dead process.</summary>
public sealed record CaptureLimits
{
    /// <summary>The highest value that <see cref="MaxPageBytes"/> takes: 256 MiB, well below what one .NET string and array can hold.</summary>
    public const int HighestMaxPageBytes = 256 * 1024 * 1024;

    /// <summary>The limits that are used where none are given.</summary>
    public static CaptureLimits Default { get; } = new();

    /// <summary>
    /// Bytes of one page after transfer and content decoding; 32 MiB unless set. A page is held in memory as bytes, as
    /// UTF-16 and as a tree of elements (about 100 times its bytes at worst), so this bounds what a worker needs.
    /// Pages of real sites stay below 10 MiB.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1 or more than <see cref="HighestMaxPageBytes"/>.</exception>
    public int MaxPageBytes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, HighestMaxPageBytes);
            field = value;
        }
    } = 32 * 1024 * 1024;

    /// <summary>Bytes of one line of a header, of a record or of HTTP; 64 KiB unless set. Real ones, cookies and long URIs among them, stay below 16 KiB.</summary>
    public int MaxHeaderLineBytes { get; init; } = 64 * 1024;

    /// <summary>Lines of one header; 1,000 unless set. With <see cref="MaxHeaderLineBytes"/> it bounds what a header takes.</summary>
    public int MaxHeaderLines { get; init; } = 1_000;

    /// <summary>
    /// How many bytes may come out of one compressed byte, once <see cref="ExpansionFloorBytes"/> have; 200 unless set.
    /// Deflate reaches 1,030, pages of real sites 50.
    /// </summary>
    public int MaxExpansionRatio { get; init; } = 200;

    /// <summary>Bytes that may come out of compressed data whatever its ratio; 4 MiB unless set.</summary>
    public long ExpansionFloorBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Bytes that a record may declare; 1 TiB unless set. More is taken for damage. A record of any length is passed over without being held.</summary>
    public long MaxRecordBytes { get; init; } = 1L << 40;

    /// <summary>Files in a container; 100,000 unless set.</summary>
    public int MaxContainerFiles { get; init; } = 100_000;

    /// <summary>Whether so many bytes may come out of so many.</summary>
    internal bool IsExpansionAllowed(long compressed, long expanded) =>
        expanded <= ExpansionFloorBytes || expanded <= compressed * MaxExpansionRatio;
}
