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
}
