using System.Globalization;
using ArchiveScrub.Blocks;

namespace ArchiveScrub.Tests.Blocks;

/// <summary>Short ways from HTML to blocks.</summary>
internal static class HtmlSamples
{
    public static SegmentedPage Segment(string html) => new HtmlSegmenter().Segment(new PlainSource(html));

    /// <summary>Every block as <c>form|text</c>, with marks where it is not a plain visible one.</summary>
    public static string[] Describe(string html) => [.. Segment(html).Blocks.Select(Describe)];

    public static string Describe(Block block)
    {
        var form = block.Form.ToString();
        form += block.Form == BlockForm.Heading ? block.HeadingLevel.ToString(CultureInfo.InvariantCulture) : "";
        form += block.Indent > 0 ? $"@{block.Indent}" : "";
        form += block.IsControl ? "!" : "";
        form += block.Visibility == BlockVisibility.Shown ? "" : $"({block.Visibility})";
        return $"{form}|{block.Text}";
    }
}
