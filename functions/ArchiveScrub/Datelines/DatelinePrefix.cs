using System.Runtime.InteropServices;

namespace ArchiveScrub.Datelines;

/// <summary>The dateline at the start of a block.</summary>
/// <param name="Block">Index of the block.</param>
/// <param name="Length">UTF-16 units of its text, with the separator and blanks: what is left begins with the report's first word. All of it where the block is nothing but a dateline.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DatelinePrefix(int Block, int Length);
