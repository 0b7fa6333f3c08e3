using System.Runtime.InteropServices;

namespace ArchiveScrub.Timestamps;

/// <summary>What a pattern of clocks read, and the zone after it.</summary>
/// <param name="End">The token after it.</param>
/// <param name="Time">The time of day.</param>
/// <param name="HasHalf">Whether it is of a clock of twelve hours.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ClockReading(int End, TimeOnly Time, bool HasHalf)
{
    /// <summary>The zone as printed.</summary>
    public string? Zone { get; init; }

    /// <summary>The offset, where the zone is one: <c>GMT+3</c>, <c>+02:00</c>.</summary>
    public TimeSpan? Offset { get; init; }
}
