namespace ArchiveScrub.Storage;

/// <summary>Puts many captures through a job with a bounded number of workers; memory does not depend on how many captures there are.</summary>
/// <param name="scrub">Scrubs one capture; the first token gives it up, the second asks for an early end, as <see cref="ScrubJob.RunAsync"/> has it.</param>
/// <param name="workers">How many captures are under way at once, at most.</param>
public sealed class ScrubRun(Func<Delivery, CancellationToken, CancellationToken, Task<ScrubOutcome>> scrub, int workers)
{
    /// <summary>Creates a run of a job.</summary>
    public ScrubRun(ScrubJob job, int workers)
        : this((job ?? throw new ArgumentNullException(nameof(job))).RunAsync, workers)
    {
    }

    /// <summary>Scrubs what is delivered, and reports each outcome in the order of completion, one at a time.</summary>
    /// <param name="deliveries">The captures; taken as workers come free.</param>
    /// <param name="report">Takes the outcomes.</param>
    /// <param name="stop">When signalled, no further capture is taken; what is under way is finished, of a capture that holds many records the pages that are.</param>
    /// <param name="abort">When signalled, what is under way is given up; those captures stay to do.</param>
    /// <returns>Whether all captures were taken: false where <paramref name="stop"/> or <paramref name="abort"/> came first.</returns>
    /// <exception cref="IOException">The captures cannot be listed any further; those that were taken are finished.</exception>
    public async Task<bool> RunAsync(IAsyncEnumerable<Delivery> deliveries, Action<ScrubOutcome> report, CancellationToken stop = default, CancellationToken abort = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop, abort);
        var turn = new Lock();
        try
        {
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = end.Token };
            await Parallel.ForEachAsync(deliveries, parallel, async (delivery, _) =>
            {
                var outcome = await RunAsync(delivery, abort, stop);
                lock (turn)
                {
                    report(outcome);
                }
            });
            return true;
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task<ScrubOutcome> RunAsync(Delivery delivery, CancellationToken abort, CancellationToken stop)
    {
        try
        {
            return await scrub(delivery, abort, stop);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // One capture must not end a run over a million; of a defect the type is told, too.
            var failure = e is IOException or UnauthorizedAccessException ? e.Message : $"{delivery.Capture.Name}: {e.GetType().Name}: {e.Message}";
            return new ScrubOutcome { Delivery = delivery, Status = ScrubStatus.Failed, Failure = failure };
        }
    }
}
