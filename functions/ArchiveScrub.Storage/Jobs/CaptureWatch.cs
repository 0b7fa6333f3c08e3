using System.Runtime.CompilerServices;

namespace ArchiveScrub.Storage;

/// <summary>
/// Looks into a store time and again and delivers what is new there: what a queue does in the cloud, on one machine.
/// A capture is delivered once a version; one that failed is delivered again, a bounded number of times, and is then
/// marked as the last try. It remembers a name and a version a capture.
/// </summary>
/// <param name="list">Lists what there is, as deliveries.</param>
/// <param name="interval">How long it waits between two looks.</param>
/// <param name="clock">The time.</param>
public sealed class CaptureWatch(Func<IAsyncEnumerable<Delivery>> list, TimeSpan interval, TimeProvider clock)
{
    /// <summary>How often a capture is delivered whose stores fail, as often as the cloud does.</summary>
    public const int MaxAttempts = 5;

    private readonly Lock _turn = new();
    private readonly Dictionary<string, Seen> _seen = new(StringComparer.Ordinal);

    /// <summary>Delivers what is there and what comes, until <paramref name="stop"/> is signalled.</summary>
    /// <param name="stop">Ends the watch.</param>
    /// <param name="looked">Is told after each look how many captures were delivered.</param>
    public async IAsyncEnumerable<Delivery> DeliverAsync([EnumeratorCancellation] CancellationToken stop, Action<int>? looked = null)
    {
        while (!stop.IsCancellationRequested)
        {
            var delivered = 0;
            await foreach (var delivery in list().WithCancellation(stop))
            {
                if (Take(delivery) is { } attempt)
                {
                    delivered++;
                    yield return delivery with { Attempt = attempt };
                }
            }

            looked?.Invoke(delivered);
            try
            {
                await Task.Delay(interval, clock, stop);
            }
            catch (OperationCanceledException)
            {
                yield break;
            }
        }
    }

    /// <summary>Takes how a delivery ended: a store's failure is tried again at a later look.</summary>
    public void Report(ScrubOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        lock (_turn)
        {
            if (outcome.Status == ScrubStatus.Failed && _seen.TryGetValue(outcome.Delivery.ResultName, out var seen) && seen.Attempt < MaxAttempts)
            {
                _seen[outcome.Delivery.ResultName] = seen with { IsToDo = true };
            }
        }
    }

    /// <summary>Which attempt it is, where the capture is to be delivered now.</summary>
    private int? Take(Delivery delivery)
    {
        lock (_turn)
        {
            var version = delivery.Capture;
            if (_seen.TryGetValue(delivery.ResultName, out var seen) && seen.Version == version)
            {
                if (!seen.IsToDo)
                {
                    return null;
                }

                _seen[delivery.ResultName] = seen with { Attempt = seen.Attempt + 1, IsToDo = false };
                return seen.Attempt + 1;
            }

            _seen[delivery.ResultName] = new Seen(version, 1, IsToDo: false);
            return 1;
        }
    }

    private sealed record Seen(CaptureInfo Version, int Attempt, bool IsToDo);
}
