using ArchiveScrub.Quality.Corpora;
using ArchiveScrub.Quality.Robustness;
using ArchiveScrub.Tests;
using Xunit;

namespace ArchiveScrub.Quality.Tests;

public sealed class ProofTests
{
    /// <summary>A sample of what the command <c>proof</c> checks on every page.</summary>
    [SharedFact("corpus")]
    public void Results_of_a_sample_of_the_corpus_verify_are_restored_and_hide_no_change()
    {
        var corpus = new Corpus(Shared.Require("corpus"));
        var result = new ProofCheck(corpus).Run([.. corpus.Ids.Where(static (_, i) => i % 40 == 0)], [PageFormat.Html, PageFormat.Text], 300, Environment.ProcessorCount, CancellationToken.None);

        Assert.Equal(300, result.Flips);
        Assert.Empty(result.Wrong);
    }
}
