using System.Runtime.InteropServices;

namespace ArchiveScrub.Quality.Strict;

/// <summary>Words that a line of the text capture and a block of the page have in common.</summary>
/// <param name="Line">The line, 0-based.</param>
/// <param name="Block">Index of the block; -1 for words of the line that no block holds.</param>
/// <param name="Words">How many; 0 for a line of symbols.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StrictPiece(int Line, int Block, int Words);
