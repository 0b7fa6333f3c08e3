using System.Text;
using ArchiveScrub.Blocks;
using ArchiveScrub.Captures;

namespace ArchiveScrub.Tests.Blocks;

/// <summary>Short ways from HTML to blocks.</summary>
internal static class HtmlSamples
{
    public static SegmentedPage Segment(string html) => new HtmlSegmenter().Segment(new Utf8Source(html));

    /// <summary>Every block as <c>form|text</c>, with marks where it is not a plain visible one.</summary>
    public static string[] Describe(string html) => [.. Segment(html).Blocks.Select(Describe)];

    public static string Describe(Block block)
    {
        var form = block.Form.ToString();
        form += block.Form == BlockForm.Heading ? block.HeadingLevel.ToString(System.Globalization.CultureInfo.InvariantCulture) : "";
        form += block.Indent > 0 ? $"@{block.Indent}" : "";
        form += block.IsControl ? "!" : "";
        form += block.Visibility == BlockVisibility.Shown ? "" : $"({block.Visibility})";
        return $"{form}|{block.Text}";
    }

    internal sealed class Utf8Source(string text)
        : SourceText(text, new Charset("utf-8", CharsetSource.Default, 1, 0))
    {
        public override void MapToBytes(ReadOnlySpan<int> positions, Span<int> bytes)
        {
            for (var i = 0; i < positions.Length; i++)
            {
                bytes[i] = Encoding.UTF8.GetByteCount(Text.AsSpan(0, positions[i]));
            }
        }
    }
}
