using System.Runtime.InteropServices;

namespace ArchiveScrub.Blocks.Lines;

/// <summary>A line of a text capture that shows something. Blank lines are only counted.</summary>
/// <param name="Start">Its first visible character in the source text.</param>
/// <param name="End">After its last visible character.</param>
/// <param name="Indent">Columns of white space before it; a tab goes to the next multiple of 8.</param>
/// <param name="EndColumn">The column after its last character: indent and text, wide characters as two.</param>
/// <param name="BlankLinesBefore">Blank lines between it and the line before it.</param>
/// <param name="Shape">What its characters alone say of it.</param>
/// <param name="Marker">The list marker it starts with.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TextLine(int Start, int End, int Indent, int EndColumn, int BlankLinesBefore, LineShape Shape, ListMarker Marker)
{
    /// <summary>The line without the white space around it.</summary>
    public ReadOnlySpan<char> Of(string text) => text.AsSpan(Start, End - Start);
}
