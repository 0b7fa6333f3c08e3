using ArchiveScrub.Text;

namespace ArchiveScrub.Provenance;

/// <summary>Cuts a text by code points; ascending cuts cost one pass.</summary>
internal sealed class CodePointSlicer(string text)
{
    private int _codePoint;
    private int _utf16;

    /// <summary>The text of a range; null where the range is not in the text.</summary>
    public string? Slice(TextRange range)
    {
        if (range.Start < 0 || range.End < range.Start)
        {
            return null;
        }

        if (range.Start < _codePoint)
        {
            _codePoint = 0;
            _utf16 = 0;
        }

        var start = CodePoints.ToUtf16(text, range.Start, ref _codePoint, ref _utf16);
        var end = CodePoints.ToUtf16(text, range.End, ref _codePoint, ref _utf16);
        return start < 0 || end < 0 ? null : text[start..end];
    }
}
