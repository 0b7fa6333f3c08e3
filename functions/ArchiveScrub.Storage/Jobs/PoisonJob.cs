using System.Security.Cryptography;
using System.Text.Json;

namespace ArchiveScrub.Storage;

/// <summary>
/// Takes captures that were delivered as often as the platform delivers anything, and failed every time: each gets a
/// quarantine record, unless another delivery has brought it to an end meanwhile.
/// </summary>
/// <remarks>The record's code is <see cref="CaptureErrorCodes.GivenUp"/>; a later delivery scrubs the capture as if it were not there.</remarks>
public sealed class PoisonJob(ManifestTool tool, IResultStore results, IResultStore quarantine, ScrubJobOptions? options = null, TimeProvider? clock = null)
{
    private readonly ScrubJobOptions _options = options ?? new ScrubJobOptions();
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;

    /// <summary>Gives a capture up.</summary>
    /// <param name="delivery">The capture.</param>
    /// <param name="reason">What is known of the failures, in one line.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="IOException">A store failed; the capture is still to do.</exception>
    public async Task<ScrubOutcome> RunAsync(Delivery delivery, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        var started = _clock.GetUtcNow();
        var capture = delivery.Capture;
        string sha256;
        try
        {
            await using var stream = await delivery.From.OpenReadAsync(capture, cancellationToken);
            sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
        }
        catch (CaptureChangedException e)
        {
            // The version that failed is gone; one that came after it has a delivery of its own.
            return new ScrubOutcome { Delivery = delivery, Status = ScrubStatus.Gone, Failure = e.Message };
        }

        if (await IsDoneAsync(delivery, sha256, cancellationToken))
        {
            return new ScrubOutcome { Delivery = delivery, Status = ScrubStatus.AlreadyDone };
        }

        var record = new QuarantineRecord
        {
            Activity = new ManifestActivity { Attempt = delivery.Attempt, Ended = _clock.GetUtcNow(), Host = _options.Host, Started = started },
            Capture = new ManifestCapture { ETag = capture.ETag, MediaType = capture.MediaType, Name = capture.Name, Sha256 = sha256, Size = capture.Size, Store = delivery.From.Name },
            Error = new QuarantineError { Code = CaptureErrorCodes.GivenUp, Reason = reason },
            Tool = tool,
        };

        // One that is there says more.
        await new QuarantineEntry(quarantine, delivery.ResultName).TryCreateAsync(record, cancellationToken);
        return new ScrubOutcome { Delivery = delivery, Status = ScrubStatus.Quarantined, Error = record.Error };
    }

    /// <summary>Whether what commits results names these bytes and this tool.</summary>
    private async Task<bool> IsDoneAsync(Delivery delivery, string sha256, CancellationToken cancellationToken)
    {
        foreach (var form in ResultForm.Commits)
        {
            if (await results.ReadAsync(ResultNames.Of(delivery.ResultName, form), cancellationToken) is { } json && IsOf(json, sha256))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsOf(byte[] json, string sha256)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.TryGetProperty("capture", out var capture)
                && capture.GetProperty("sha256").GetString() == sha256
                && document.RootElement.TryGetProperty("tool", out var made)
                && made.GetProperty("version").GetString() == tool.Version
                && made.GetProperty("ruleSet").GetString() == tool.RuleSet;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            // Not ours: it commits nothing.
            return false;
        }
    }
}
