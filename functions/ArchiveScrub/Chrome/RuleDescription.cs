namespace ArchiveScrub;

/// <summary>A rule of the chrome detector, for people and for the manifest.</summary>
/// <param name="Id">Stable id: <c>comment-policy.section</c>.</param>
/// <param name="Kinds">The kinds that it gives.</param>
/// <param name="Languages">Languages whose words it knows (ISO 639-1); empty where it needs no words.</param>
/// <param name="Description">What it recognises, in general.</param>
public sealed record RuleDescription(string Id, IReadOnlyList<Kind> Kinds, IReadOnlyList<string> Languages, string Description);
