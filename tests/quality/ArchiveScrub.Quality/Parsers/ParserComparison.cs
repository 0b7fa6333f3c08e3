using ArchiveScrub.Blocks;
using ArchiveScrub.Captures;
using ArchiveScrub.Quality.Corpora;
using ArchiveScrub.Quality.Metrics;

namespace ArchiveScrub.Quality.Parsers;

/// <summary>Compares the words that the segmenter reads off HtmlAgilityPack's tree with those of a specification parser, page by page.</summary>
internal sealed class ParserComparison(Corpus corpus, int jobs)
{
    /// <summary>Pages with a larger share of different words have to be explained.</summary>
    public const double Tolerance = 0.01;

    private const int Shown = 12;

    /// <summary>The difference of every page, in the order given.</summary>
    public IReadOnlyList<ParserDifference> Run(IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        var found = new ParserDifference[ids.Count];
        Parallel.For(0, ids.Count, new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellation }, i => found[i] = Compare(ids[i], cancellation));
        return found;
    }

    private ParserDifference Compare(string id, CancellationToken cancellation)
    {
        var source = TextDecoder.Decode(corpus.Read(id, PageFormat.Html).ToPage());
        var segmented = new HtmlSegmenter().Segment(source, cancellation);
        var ours = string.Join('\n', segmented.Blocks.Where(b => b.Visibility != BlockVisibility.Preloaded).Select(b => b.Text));
        return Of(id, ours, SpecificationText.Of(source.Text));
    }

    /// <summary>The difference of two texts as bags of words, under the rule of the linear text for characters.</summary>
    public static ParserDifference Of(string id, string ours, string theirs)
    {
        var vocabulary = new Vocabulary();
        var counts = new Dictionary<int, int>();
        foreach (var word in vocabulary.Words(ours))
        {
            counts[word] = counts.GetValueOrDefault(word) + 1;
        }

        var words = vocabulary.Words(new Text.BlockText().Of(theirs));
        foreach (var word in words)
        {
            counts[word] = counts.GetValueOrDefault(word) - 1;
        }

        return new ParserDifference(
            id,
            words.Length,
            [.. counts.Where(c => c.Value < 0).Select(c => vocabulary[c.Key]).Take(Shown)],
            [.. counts.Where(c => c.Value > 0).Select(c => vocabulary[c.Key]).Take(Shown)],
            -counts.Values.Where(c => c < 0).Sum(),
            counts.Values.Where(c => c > 0).Sum());
    }
}
