namespace ArchiveScrub.Storage;

/// <summary>
/// Lets a learner look at the pages of many captures with a bounded number of workers. What is learned depends neither
/// on the number of workers nor on the order of the captures.
/// </summary>
/// <param name="reader">Reads the captures.</param>
/// <param name="learner">Looks at their pages.</param>
/// <param name="workers">How many captures are read at once, at most.</param>
public sealed class LearnRun(CaptureReader reader, ProfileLearner learner, int workers)
{
    /// <summary>What looks at the pages.</summary>
    public ProfileLearner Learner => learner;

    /// <summary>Reads what is delivered, and reports each capture in the order of completion, one at a time.</summary>
    /// <param name="deliveries">The captures.</param>
    /// <param name="report">Takes the capture and what was wrong with it, in one line for people; null where nothing was.</param>
    /// <param name="cancellationToken">Stops; what was learned so far depends on chance then.</param>
    /// <exception cref="IOException">The captures cannot be listed any further.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was signalled.</exception>
    public async Task RunAsync(IAsyncEnumerable<Delivery> deliveries, Action<Delivery, string?> report, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        var turn = new Lock();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(deliveries, parallel, async (delivery, cancel) =>
        {
            var failure = await ReadAsync(delivery, cancel);
            lock (turn)
            {
                report(delivery, failure);
            }
        });
    }

    private async Task<string?> ReadAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var description = new CaptureDescription(
            delivery.From.Name,
            delivery.Capture.Name,
            delivery.Capture.ETag,
            delivery.MediaType ?? delivery.Capture.MediaType,
            delivery.TargetUri,
            delivery.CapturedAt);
        try
        {
            await using var stream = await delivery.From.OpenReadAsync(delivery.Capture, cancellationToken);
            await foreach (var page in reader.ReadAsync(stream, description, cancellationToken))
            {
                learner.Add(page, cancellationToken);
            }

            return null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // One capture must not end a run over a million; scrubbing it will say more.
            return e is CaptureException capture ? $"{delivery.Capture.Name}: {capture.Reason} [{capture.Code}]"
                : e is IOException or UnauthorizedAccessException ? e.Message
                : $"{delivery.Capture.Name}: {e.GetType().Name}: {e.Message}";
        }
    }
}
