using System.Runtime.InteropServices;

namespace ArchiveScrub.Chrome.Lexicons;

/// <summary>A token of a block, ready to be matched more than once.</summary>
/// <param name="Start">Where it starts in the text.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Length">Characters that count: apostrophes do not.</param>
/// <param name="Hash">Hash of those characters, lower-cased.</param>
/// <param name="Opening">Hash of the first three of them; that of no character where they are fewer.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Token(int Start, int End, int Length, ulong Hash, ulong Opening);
