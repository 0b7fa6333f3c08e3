using System.Collections.Concurrent;
using System.Text;
using ArchiveScrub.Quality.Corpora;

namespace ArchiveScrub.Quality.Robustness;

/// <summary>
/// Proves what the manifest promises, page by page: the stored results verify against each other (level 1) and against the
/// page, scrubbed anew (level 2); the linear text comes back to the byte; a change of any one byte of either file shows.
/// </summary>
internal sealed class ProofCheck(Corpus corpus)
{
    private static readonly ManifestActivity TheRun = new()
    {
        Attempt = 1,
        Host = "proof",
        Started = DateTimeOffset.UnixEpoch,
        Ended = DateTimeOffset.UnixEpoch.AddSeconds(1),
    };

    private readonly Scrubber _scrubber = new();
    private readonly Scrubber _other = new();

    /// <summary>Runs the checks.</summary>
    /// <param name="ids">The pages.</param>
    /// <param name="formats">Their formats.</param>
    /// <param name="flips">How many bytes are changed, over all pages.</param>
    /// <param name="jobs">Pages at once.</param>
    /// <param name="cancellation">Gives up.</param>
    public ProofResult Run(IReadOnlyList<string> ids, IReadOnlyList<PageFormat> formats, int flips, int jobs, CancellationToken cancellation)
    {
        var pages = formats.SelectMany(format => ids.Select(id => (Id: id, Format: format))).ToArray();
        var wrong = new ConcurrentQueue<string>();
        var (refused, done) = (0, 0);
        Parallel.For(0, pages.Length, new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellation }, i =>
        {
            var (id, format) = pages[i];
            var page = corpus.Read(id, format).ToPage();
            try
            {
                // The first pages have one flip more, where they cannot be shared out evenly.
                var share = (flips / pages.Length) + (i < flips % pages.Length ? 1 : 0);
                foreach (var problem in Check(page, share, new Random(i), cancellation))
                {
                    wrong.Enqueue($"{page.Capture.Name}: {problem}");
                }

                Interlocked.Add(ref done, share);
            }
            catch (CaptureException)
            {
                Interlocked.Increment(ref refused);
            }
        });
        return new ProofResult(pages.Length - refused, refused, done, [.. wrong.Order(StringComparer.Ordinal)]);
    }

    private List<string> Check(Page page, int flips, Random dice, CancellationToken cancellation)
    {
        var problems = new List<string>();
        var result = _scrubber.Scrub(page, cancellation);
        var manifest = ManifestJson.Serialize(result.Manifest with { Activity = TheRun });
        var text = Encoding.UTF8.GetBytes(result.CleanText);
        problems.AddRange(ManifestVerifier.VerifyConservation(manifest, text));
        var again = _other.Scrub(page, cancellation);
        if (DerivationVerifier.FirstDifference(manifest, text, again.Manifest, again.CleanText) is { } difference)
        {
            problems.Add(difference);
        }

        if (!string.Equals(ManifestRestorer.RestoreLinear(ManifestJson.Deserialize(manifest), Encoding.UTF8.GetString(text)), result.Page.Linear, StringComparison.Ordinal))
        {
            problems.Add("the linear text is not restored");
        }

        for (var i = 0; i < flips; i++)
        {
            var at = dice.Next(manifest.Length + text.Length);
            var (changed, place) = at < manifest.Length ? (manifest, at) : (text, at - manifest.Length);
            var bits = (byte)dice.Next(1, 256);
            changed[place] ^= bits;
            if (ManifestVerifier.VerifyConservation(manifest, text).Count == 0)
            {
                problems.Add($"a change of byte {place} of the {(changed == manifest ? "manifest" : "clean text")} by {bits} goes unnoticed");
            }

            changed[place] ^= bits;
        }

        return problems;
    }
}

/// <summary>What came of the checks.</summary>
/// <param name="Pages">Pages that were scrubbed and checked.</param>
/// <param name="Refused">Pages that cannot be scrubbed.</param>
/// <param name="Flips">Bytes that were changed.</param>
/// <param name="Wrong">What is wrong, a sentence each.</param>
internal sealed record ProofResult(int Pages, int Refused, int Flips, IReadOnlyList<string> Wrong);
