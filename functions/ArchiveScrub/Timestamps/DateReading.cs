using System.Runtime.InteropServices;

namespace ArchiveScrub.Timestamps;

/// <summary>What a pattern of dates read.</summary>
/// <param name="End">The token after it.</param>
/// <param name="Year">Null where the text does not say.</param>
/// <param name="Month">1 to 12 where the date is possible.</param>
/// <param name="Day">1 to 31.</param>
/// <param name="OrderUnsettled">Whether day and month may stand the other way round.</param>
/// <param name="IsPossible">Whether there is such a day.</param>
/// <param name="Pattern">Name of the pattern.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DateReading(int End, int? Year, int Month, int Day, bool OrderUnsettled, bool IsPossible, string Pattern);
