using System.Text;
using ArchiveScrub.Provenance.Comparison;

namespace ArchiveScrub;

/// <summary>Says what changed between two scrubs of the same page: by two versions of the rules, or with other options.</summary>
public static class ManifestComparer
{
    /// <summary>Compares.</summary>
    /// <param name="oldManifest">The first scrub.</param>
    /// <param name="oldText">Its clean text.</param>
    /// <param name="newManifest">The second scrub.</param>
    /// <param name="newText">Its clean text.</param>
    /// <exception cref="InvalidDataException">A manifest and its clean text do not fit together.</exception>
    public static PageComparison Compare(Manifest oldManifest, string oldText, Manifest newManifest, string newText)
    {
        ArgumentNullException.ThrowIfNull(oldManifest);
        ArgumentNullException.ThrowIfNull(newManifest);
        var before = VerdictRuns.Of(oldManifest, oldText);
        var after = VerdictRuns.Of(newManifest, newText);
        var isSamePage = oldManifest.Result.Linear.Sha256 == newManifest.Result.Linear.Sha256;
        var changes = isSamePage ? OfSamePage(before, after) : OfOtherText(before, after);
        return new PageComparison([.. changes], [.. Fields(oldManifest, newManifest)], oldManifest.Result.Clean.Sha256 != newManifest.Result.Clean.Sha256);
    }

    /// <summary>The linear text is the same: stretches are cut where either scrub has a border.</summary>
    private static IEnumerable<ScrubChange> OfSamePage(IReadOnlyList<VerdictRun> before, IReadOnlyList<VerdictRun> after)
    {
        int i = 0, j = 0;
        while (i < before.Count && j < after.Count)
        {
            var (one, other) = (before[i], after[j]);
            var start = Math.Max(one.Linear.Start, other.Linear.Start);
            var end = Math.Min(one.Linear.End, other.Linear.End);
            if (start < end && (one.Kind != other.Kind || one.Rule != other.Rule))
            {
                yield return new ScrubChange(one.Kind, one.Rule, other.Kind, other.Rule, one.Slice(new TextRange(start, end)));
            }

            i += one.Linear.End <= end ? 1 : 0;
            j += other.Linear.End <= end ? 1 : 0;
        }
    }

    /// <summary>The page is read in another way: blocks of the same text are matched, in order as far as that goes.</summary>
    private static IEnumerable<ScrubChange> OfOtherText(IReadOnlyList<VerdictRun> before, IReadOnlyList<VerdictRun> after)
    {
        var waiting = before.GroupBy(static r => r.Text, StringComparer.Ordinal).ToDictionary(static g => g.Key, static g => new Queue<VerdictRun>(g), StringComparer.Ordinal);
        foreach (var now in after)
        {
            if (!waiting.TryGetValue(now.Text, out var queue) || !queue.TryDequeue(out var then))
            {
                yield return new ScrubChange(null, null, now.Kind, now.Rule, now.Text);
            }
            else if (then.Kind != now.Kind || then.Rule != now.Rule)
            {
                yield return new ScrubChange(then.Kind, then.Rule, now.Kind, now.Rule, now.Text);
            }
        }

        foreach (var then in waiting.Values.SelectMany(static q => q).OrderBy(static r => r.Linear.Start))
        {
            yield return new ScrubChange(then.Kind, then.Rule, null, null, then.Text);
        }
    }

    private static IEnumerable<(string Field, string Old, string New)> Fields(Manifest before, Manifest after)
    {
        (string Field, string? Old, string? New)[] fields =
        [
            ("title", before.Result.Title, after.Result.Title),
            ("byline", before.Result.Byline, after.Result.Byline),
            ("dateline", Dateline(before), Dateline(after)),
            ("language", before.Result.Language, after.Result.Language),
            ("flags", string.Join(' ', before.Quality.Flags), string.Join(' ', after.Quality.Flags)),
        ];
        return fields.Where(static f => (f.Old ?? "") != (f.New ?? "")).Select(static f => (f.Field, f.Old ?? "", f.New ?? ""));
    }

    private static string Dateline(Manifest manifest)
    {
        var line = new StringBuilder();
        if (manifest.Result.Dateline is { } dateline)
        {
            var parts = new[] { dateline.Place, dateline.Edtf ?? dateline.Date, dateline.Time, dateline.Offset, dateline.Agency };
            line.AppendJoin(' ', parts.OfType<string>());
        }

        return line.ToString();
    }
}
