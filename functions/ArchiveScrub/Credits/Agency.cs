namespace ArchiveScrub.Credits;

/// <summary>A news agency, or another name that datelines carry.</summary>
/// <param name="Name">Its canonical name.</param>
/// <param name="Code">Its short code; empty where it has none.</param>
internal sealed record Agency(string Name, string Code);
