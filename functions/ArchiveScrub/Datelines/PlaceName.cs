namespace ArchiveScrub;

/// <summary>A place by its canonical name, beside the printed one.</summary>
/// <param name="Name">Its English name, as GeoNames has it.</param>
/// <param name="Country">ISO 3166-1 code of its country; null where it is not known.</param>
/// <param name="GeoNames">Its id in GeoNames; null where the place is not from there.</param>
public sealed record PlaceName(string Name, string? Country, int? GeoNames);
