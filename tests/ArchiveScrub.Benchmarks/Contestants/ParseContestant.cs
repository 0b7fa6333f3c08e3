using System.Text;
using ArchiveScrub.Benchmarks.Measuring;
using HtmlAgilityPack;

namespace ArchiveScrub.Benchmarks.Contestants;

/// <summary>HtmlAgilityPack's parse alone, of bytes that are decoded for it: what any extractor in .NET has to pay first.</summary>
internal sealed class ParseContestant : Contestant
{
    /// <inheritdoc/>
    public override long Run()
    {
        var document = new HtmlDocument();
        document.LoadHtml(Encoding.UTF8.GetString(Page.Span));
        return document.DocumentNode.ChildNodes.Count;
    }
}
