using System.Runtime.InteropServices;

namespace ArchiveScrub.Blocks.Html;

/// <summary>A stretch of HTML source.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Range">Where it stands.</param>
/// <param name="Name">Where the name of the tag stands; empty for what is no tag.</param>
/// <param name="Tag">The known tag, or the one whose raw text this is.</param>
/// <param name="Attributes">Attributes seen.</param>
/// <param name="SelfClosing">Whether the tag ends in <c>/&gt;</c>.</param>
/// <param name="Unclosed">Whether the source ended before it did.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct HtmlToken(HtmlTokenKind Kind, TextRange Range, TextRange Name, HtmlTag? Tag, int Attributes, bool SelfClosing, bool Unclosed);
