using ArchiveScrub.Chrome;

namespace ArchiveScrub.Provenance;

/// <summary>
/// A block, or a part of one: a paragraph that opens with a dateline is two pieces. The manifest lists pieces.
/// </summary>
/// <param name="Block">Index of the block.</param>
/// <param name="Range">Its UTF-16 range in the block's text.</param>
/// <param name="Verdict">What was decided.</param>
internal sealed record Piece(int Block, TextRange Range, Verdict Verdict);
