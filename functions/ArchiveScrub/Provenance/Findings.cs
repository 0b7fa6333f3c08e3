using ArchiveScrub.Chrome;

namespace ArchiveScrub.Provenance;

/// <summary>What was read off a page, as data for the manifest.</summary>
/// <param name="Title">The headline.</param>
/// <param name="Byline">Who wrote it.</param>
/// <param name="Credits">Who contributed.</param>
/// <param name="Dateline">Place, date and agency.</param>
/// <param name="Language">BCP 47 tag of the language.</param>
/// <param name="Judgement">The page as a whole; null where no model judged it.</param>
internal sealed record Findings(string? Title, string? Byline, IReadOnlyList<string> Credits, ManifestDateline? Dateline, string? Language, PageJudgement? Judgement);
