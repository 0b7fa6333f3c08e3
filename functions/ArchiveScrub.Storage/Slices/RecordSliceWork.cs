using System.Text.Json;

namespace ArchiveScrub.Storage;

/// <summary>
/// Scrubs slices of a capture of many records. A part tells what <see cref="PartHeader"/> says, and what is joined is
/// what <see cref="ScrubJob"/> writes when it does the whole capture, byte for byte.
/// </summary>
internal sealed class RecordSliceWork(Delivery delivery, CaptureDescription description, CaptureReader reader, Scrubber scrubber, SemaphoreSlim workers, ScrubJobOptions options, TimeProvider clock) : ISliceWork
{
    private static readonly string[] NoOptions = [];
    private readonly DateTimeOffset _started = clock.GetUtcNow();
    private readonly JobDocuments _documents = new(scrubber.Tool, options.Host, clock);
    private CaptureIdentity? _capture;

    /// <inheritdoc/>
    public IReadOnlyList<ResultForm> Forms => Part.Outputs;

    /// <inheritdoc/>
    public ResultForm Commit => ResultForm.Summary;

    /// <inheritdoc/>
    public async Task<byte[]> ScrubAsync(CaptureSlice slice, bool isFirst, IReadOnlyList<Stream> outputs, CancellationToken cancellationToken)
    {
        await using var stream = await delivery.From.OpenReadAsync(delivery.Capture, cancellationToken);
        var opened = await reader.OpenAsync(stream, description, cancellationToken);
        _capture = opened.Identity;
        var part = new PartBuilder(slice.Offset, long.MaxValue);
        CaptureSlice? stretch = slice.Offset == 0 && slice.End == opened.Identity.Size ? null : slice;
        var isDescribed = !isFirst;
        await foreach (var result in new EntryScrubber(scrubber, workers, asTextFiles: false).RunAsync(opened.ReadAsync(stretch, cancellationToken), cancellationToken))
        {
            if (!isDescribed)
            {
                isDescribed = true;
                part.Write(0, WetRecord.Describe(opened.Identity, scrubber.Tool, result.Entry.Record?.Date));
            }

            part.Add(result);
        }

        if (!isDescribed)
        {
            part.Write(0, WetRecord.Describe(opened.Identity, scrubber.Tool, date: null));
        }

        for (var i = 0; i < outputs.Count; i++)
        {
            await outputs[i].WriteAsync(part.Outputs[i], cancellationToken);
        }

        return JsonSerializer.SerializeToUtf8Bytes(part.Describe(opened.Identity, scrubber.Tool, NoOptions, slice.End), PartJsonContext.Default.PartHeader);
    }

    /// <inheritdoc/>
    public async Task<SliceJoin> JoinAsync(IReadOnlyList<byte[]> parts, IReadOnlyList<SliceOutput> outputs, CancellationToken cancellationToken)
    {
        var capture = _capture ??= await IdentifyAsync(cancellationToken);
        var headers = parts.Select(static json => JsonSerializer.Deserialize(json, PartJsonContext.Default.PartHeader)!).ToArray();
        var summary = RecordResults.Count(headers, _documents.Summary(delivery, capture, NoOptions, _started));
        for (var i = 0; i < outputs.Count; i++)
        {
            summary.Outputs[Forms[i].Suffix] = new SummaryOutput { Bytes = outputs[i].Bytes, Sha256 = outputs[i].Sha256 };
        }

        return new SliceJoin(summary.ToJson(), headers.Aggregate(PageTally.None, static (sum, part) => sum + part.Pages))
        {
            Labels = SummaryLabels.Of(summary),
            Records = headers.Aggregate(RecordTally.None, static (sum, part) => sum + part.Records),
        };
    }

    /// <inheritdoc/>
    public QuarantineRecord Refuse(Exception fault) =>
        _documents.Quarantine(delivery, JobDocuments.Identify(delivery, description.Sha256!), JobDocuments.Describe(fault), _started);

    /// <inheritdoc/>
    public bool AreSame(byte[] one, byte[] other) => WithoutRun(one) is { } left && WithoutRun(other) is { } right && left.AsSpan().SequenceEqual(right);

    private static byte[]? WithoutRun(byte[] json)
    {
        try
        {
            return (CaptureSummary.Parse(json) with { Activity = null }).ToJson();
        }
        catch (JsonException)
        {
            // Of another version.
            return null;
        }
    }

    /// <summary>What the capture is, where its slice was done by another delivery: the head is enough, as its hash is known.</summary>
    private async Task<CaptureIdentity> IdentifyAsync(CancellationToken cancellationToken)
    {
        await using var stream = await delivery.From.OpenReadAsync(delivery.Capture, cancellationToken);
        return (await reader.OpenAsync(stream, description, cancellationToken)).Identity;
    }
}
