using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace ArchiveScrub.Storage;

/// <summary>
/// The results of a capture that holds many records: clean texts, manifests, reports on other records, and the summary,
/// which is the commit: it is taken away before anything else is touched and created when all is there.
/// </summary>
internal sealed class RecordResults(IResultStore store, string name)
{
    /// <summary>The warning of the summary for record ids that occur more than once.</summary>
    private const string IdRepeated = "RECORD_ID_REPEATED";

    private readonly ResultSet _all = new(store, name);
    private readonly string _summary = ResultNames.Of(name, ResultForm.Summary);

    /// <summary>The name of the part that begins at a place.</summary>
    public string PartName(long start) => ResultNames.OfPart(name, start);

    /// <summary>Whether the results are there, made of this capture by this tool in this way, and whole.</summary>
    public async Task<bool> AreOfAsync(CaptureIdentity capture, ManifestTool tool, IReadOnlyList<string> options, CancellationToken cancellationToken)
    {
        if (await store.ReadAsync(_summary, cancellationToken) is not { } json || TryRead(json) is not { } summary)
        {
            return false;
        }

        var isCurrent = summary.Capture.Sha256 == capture.Sha256
            && summary.Tool.IsSameAs(tool)
            && summary.Options.SequenceEqual(options, StringComparer.Ordinal)
            && !summary.Records.Failed.ContainsKey(CaptureErrorCodes.InternalError);
        if (!isCurrent)
        {
            return false;
        }

        foreach (var (suffix, output) in summary.Outputs)
        {
            if (Part.Outputs.FirstOrDefault(form => form.Suffix == suffix) is not { } form || !await IsAsync(form, output, cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Takes back what commits earlier results, before anything of them is written again.</summary>
    public Task RevokeAsync(CancellationToken cancellationToken) => store.DeleteAsync(_summary, cancellationToken);

    /// <summary>Joins parts, and commits; false where another worker committed, or took parts away, meanwhile.</summary>
    public async Task<bool> TryCommitAsync(IReadOnlyList<PartHeader> parts, Func<CaptureSummary> describe, bool hasWet, CancellationToken cancellationToken)
    {
        await RevokeAsync(cancellationToken);
        await _all.KeepOnlyAsync(ResultSet.OfRecords, cancellationToken);
        var summary = Count(parts, describe());
        for (var i = 0; i < Part.Outputs.Count; i++)
        {
            var form = Part.Outputs[i];
            if (form == ResultForm.Wet && !hasWet)
            {
                await store.DeleteAsync(ResultNames.Of(name, form), cancellationToken);
                continue;
            }

            if (await JoinAsync(parts, i, cancellationToken) is not { } output)
            {
                return false;
            }

            summary.Outputs[form.Suffix] = output;
        }

        await (hasWet ? _all.DeletePageTextsAsync(cancellationToken) : new PageTexts(store, name).PruneAsync(summary.Pages.Scrubbed, cancellationToken));
        if (!await store.TryCreateAsync(_summary, ResultContent.FromBytes(ResultForm.Summary.MediaType, summary.ToJson()) with { Labels = SummaryLabels.Of(summary) }, cancellationToken))
        {
            return false;
        }

        await _all.DeletePartsAsync(cancellationToken);
        return true;
    }

    private async Task<SummaryOutput?> JoinAsync(IReadOnlyList<PartHeader> parts, int output, CancellationToken cancellationToken)
    {
        var form = Part.Outputs[output];
        var isWhole = true;
        string? sha256 = null;
        var content = new ResultContent(form.MediaType, async (stream, cancel) =>
        {
            using var hash = SHA256.Create();
            await using (var hashing = new CryptoStream(stream, hash, CryptoStreamMode.Write, leaveOpen: true))
            {
                foreach (var part in parts)
                {
                    isWhole &= await Part.CopyAsync(store, PartName(part.Start), part, output, hashing, cancel);
                }
            }

            sha256 = Convert.ToHexStringLower(hash.Hash!);
        });
        await store.WriteAsync(ResultNames.Of(name, form), content, cancellationToken);
        return isWhole ? new SummaryOutput { Bytes = parts.Sum(part => part.Sizes[output]), Sha256 = sha256! } : null;
    }

    /// <summary>The summary with what the parts come to.</summary>
    public static CaptureSummary Count(IReadOnlyList<PartHeader> parts, CaptureSummary summary)
    {
        var pages = parts.Aggregate(PageTally.None, static (sum, part) => sum + part.Pages);
        var records = parts.Aggregate(RecordTally.None, static (sum, part) => sum + part.Records);
        var warnings = Sorted(records.Warnings);
        if (CountRepeated(parts) is var repeated and > 0)
        {
            warnings[IdRepeated] = repeated;
        }

        return summary with
        {
            Pages = new SummaryPages
            {
                Bytes = pages.Bytes,
                CleanBytes = pages.CleanBytes,
                Flagged = pages.Flagged,
                Flags = Sorted(pages.Flags),
                Removed = Sorted(pages.Removed.ToDictionary(static r => r.Key, static r => new SummaryRemoval { Blocks = r.Value.Blocks, CodePoints = r.Value.CodePoints }, StringComparer.Ordinal)),
                Scrubbed = pages.Pages,
            },
            Records = new SummaryRecords { Failed = Sorted(records.Failed), Seen = records.Seen, Skipped = Sorted(records.Skipped), Warnings = warnings },
            StoppedAt = parts.Select(static part => part.StoppedAt).LastOrDefault(static at => at is not null),
        };
    }

    private static long CountRepeated(IReadOnlyList<PartHeader> parts)
    {
        var seen = new HashSet<ulong>();
        var repeated = 0L;
        foreach (var part in parts)
        {
            foreach (var id in MemoryMarshal.Cast<byte, ulong>(part.Ids))
            {
                repeated += seen.Add(id) ? 0 : 1;
            }
        }

        return repeated;
    }

    private static SortedDictionary<string, T> Sorted<T>(IReadOnlyDictionary<string, T> counts)
    {
        var sorted = new SortedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var (key, value) in counts)
        {
            sorted[key] = value;
        }

        return sorted;
    }

    private async Task<bool> IsAsync(ResultForm form, SummaryOutput output, CancellationToken cancellationToken)
    {
        var stream = await store.OpenReadAsync(ResultNames.Of(name, form), cancellationToken);
        if (stream is null)
        {
            return false;
        }

        await using (stream)
        {
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken)) == output.Sha256;
        }
    }

    private static CaptureSummary? TryRead(byte[] json)
    {
        try
        {
            return CaptureSummary.Parse(json);
        }
        catch (JsonException)
        {
            // Not of this version, or not ours: it commits nothing.
            return null;
        }
    }
}
