using ArchiveScrub.Quality.Corpora;
using ArchiveScrub.Quality.Parsers;
using ArchiveScrub.Tests;
using Xunit;

namespace ArchiveScrub.Quality.Tests;

public sealed class ParserTests
{
    /// <summary>Pages that differ in more than one word of a hundred, with the reasons in this folder's README.</summary>
    private static readonly string[] Explained = ["2838"];

    [Theory]
    [InlineData("<p>a<b>b</b><p>c<script>d</script><br>e<td>f", "ab c ef")]
    [InlineData("<a href=1>a</a><a href=2>b</a><button>c</button>d", "a b c d")]
    [InlineData("<div>a<template><p>b</template></div><noscript>c<p>d</noscript><svg><text>e</text></svg>f", "a b c d f")]
    [InlineData("<div><template shadowrootmode=open><p>b</template>c</div>", "b c")]
    public void Text_of_the_specification_parser_parts_words_where_boxes_do(string html, string expected) =>
        Assert.Equal(expected, new ArchiveScrub.Text.BlockText().Of(SpecificationText.Of(html)));

    [Fact]
    public void A_difference_counts_words_not_places()
    {
        var difference = ParserComparison.Of("1", "a b c c", "c b d a");

        Assert.Equal((4, 1, 1, 0.25), (difference.Words, difference.MissingCount, difference.ExtraCount, difference.Share));
        Assert.Equal(("d", "c"), (difference.Missing.Single(), difference.Extra.Single()));
        Assert.Equal(0, ParserComparison.Of("1", "", "").Share);
    }

    [SharedFact("corpus")]
    public void The_parsers_agree_on_the_words_of_the_corpus()
    {
        var corpus = new Corpus(Shared.Require("corpus"));
        string[] ids = [.. corpus.Ids.Where((_, i) => i % 4 == 0).Union(Explained, StringComparer.Ordinal)];
        var pages = new ParserComparison(corpus, Environment.ProcessorCount).Run(ids, CancellationToken.None);

        Assert.Equal(Explained, pages.Where(page => page.Share > ParserComparison.Tolerance).Select(page => page.Id));
        Assert.InRange(pages.Where(page => !Explained.Contains(page.Id)).Sum(page => page.Count), 0, 64); // of 865,000; 64 in the whole corpus
    }
}
