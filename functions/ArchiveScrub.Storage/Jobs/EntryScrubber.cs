using System.Text;

namespace ArchiveScrub.Storage;

/// <summary>Makes results of the entries of a capture, pages side by side, and gives them in the order of the capture.</summary>
/// <param name="scrubber">The scrubber.</param>
/// <param name="workers">How many pages may be under way at once; shared by all captures of a run.</param>
/// <param name="asTextFiles">Whether clean texts go into files of their own.</param>
internal sealed class EntryScrubber(Scrubber scrubber, SemaphoreSlim workers, bool asTextFiles)
{
    /// <summary>Payload that may wait, unless it is a single page's: what is read ahead must not fill the memory.</summary>
    private const long MaxWaitingBytes = 32L * 1024 * 1024;

    private const int MaxWaiting = 64;

    /// <summary>Scrubs what comes, ahead of what is taken.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async IAsyncEnumerable<EntryResult> RunAsync(IAsyncEnumerable<CaptureEntry> entries, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var waiting = new Queue<(Task<EntryResult> Result, int Size)>();
        var size = 0L;
        try
        {
            await foreach (var entry in entries.WithCancellation(cancellationToken))
            {
                var bytes = entry is PageEntry { Page.Payload.Length: var length } ? length : 0;
                while (waiting.Count > 0 && (waiting.Count >= MaxWaiting || size + bytes > MaxWaitingBytes || waiting.Peek().Result.IsCompleted))
                {
                    var next = waiting.Dequeue();
                    size -= next.Size;
                    yield return await next.Result;
                }

                size += bytes;
                waiting.Enqueue((entry is PageEntry page ? ScrubAsync(page, cancellationToken) : Task.FromResult(Report(entry)), bytes));
            }

            while (waiting.Count > 0)
            {
                yield return await waiting.Dequeue().Result;
            }
        }
        finally
        {
            // What is left was given up; nobody must be at work on the capture when it is closed.
            await Task.WhenAll(waiting.Select(static w => (Task)w.Result)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<EntryResult> ScrubAsync(PageEntry entry, CancellationToken cancellationToken)
    {
        await workers.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => Scrub(entry, cancellationToken), cancellationToken);
        }
        finally
        {
            workers.Release();
        }
    }

    private EntryResult Scrub(PageEntry entry, CancellationToken cancellationToken)
    {
        ScrubResult result;
        try
        {
            result = scrubber.Scrub(entry.Page, cancellationToken);
        }
        catch (Exception e) when (JobDocuments.IsOfCapture(e))
        {
            var name = entry.Page.Capture.Name;
            var error = e as CaptureException ?? new CaptureException(CaptureErrorCodes.InternalError, $"{e.GetType().Name}: {e.Message}", name, entry.Record?.Id, entry.Record?.Offset, e);
            return Report(new FailedEntry(error) { Record = entry.Record, StartsAt = entry.StartsAt });
        }

        return new EntryResult
        {
            Entry = entry with { Page = entry.Page with { Payload = default } },
            Pages = PageTally.Of(result.Manifest),
            CleanText = asTextFiles ? Encoding.UTF8.GetBytes(result.CleanText) : null,
            Outputs =
            [
                asTextFiles ? default(ReadOnlyMemory<byte>) : WetRecord.Convert(entry.Page, result.Manifest, result.CleanText),
                Line(ManifestJson.Serialize(result.Manifest)),
            ],
        };
    }

    private static EntryResult Report(CaptureEntry entry) => new()
    {
        Entry = entry,
        Outputs = [default, default, Line(RecordReport.Of(entry)!.ToJson())],
    };

    /// <summary>A line of a file of lines: a gzip member of its own, so that such files can be joined end to end.</summary>
    private static byte[] Line(byte[] json) => GzipMember.Compress([.. json, (byte)'\n']);
}
