using System.Security.Cryptography;

namespace ArchiveScrub.Storage;

/// <summary>
/// Scrubs one slice of a capture, and joins all of them where it finds that the others are done. Slices may be delivered
/// many times and to several workers at once; parts and joined results are the same bytes whoever writes them, and one
/// conditional write decides who committed.
/// </summary>
/// <remarks>
/// A part is committed by its <c>.part</c>, written last. Parts are not deleted here: a worker that was overtaken might
/// still need them. They are of no use once joined, and their store drops them after some days. A slice that cannot be
/// scrubbed, whoever tries, puts its capture into quarantine; the parts of the others are never joined then.
/// </remarks>
/// <param name="results">Where joined results go.</param>
/// <param name="quarantine">Where the quarantine record may be that the results replace.</param>
/// <param name="parts">Where parts go.</param>
public sealed class SliceJob(IResultStore results, IResultStore quarantine, IResultStore parts)
{
    private const string PartMediaType = "application/octet-stream";
    private const int BufferBytes = 1 << 16;
    private const int MaxRounds = 5;

    /// <summary>Scrubs a slice, unless that is done, and joins the capture's slices, if it is the last.</summary>
    /// <param name="delivery">The capture, in the version that was cut.</param>
    /// <param name="message">The slice.</param>
    /// <param name="work">What is done with it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="IOException">A store failed; the slice is still to do.</exception>
    public async Task<ScrubOutcome> RunAsync(Delivery delivery, SliceMessage message, ISliceWork work, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(work);
        try
        {
            byte[] told;
            try
            {
                told = await TellAsync(message, message.Slice, cancellationToken) ?? await ScrubAsync(message, work, cancellationToken);
            }
            catch (Exception e) when (JobDocuments.IsOfCapture(e))
            {
                return await QuarantineAsync(delivery, work.Refuse(e), cancellationToken);
            }

            return await AllAsync(message, told, cancellationToken) is { } all
                ? await JoinAsync(delivery, message, work, all, cancellationToken)
                : new ScrubOutcome { Delivery = delivery, Status = ScrubStatus.SliceDone };
        }
        catch (CaptureChangedException e)
        {
            // The version that was cut is gone. Its parts are never joined; the new version has a delivery of its own.
            return new ScrubOutcome { Delivery = delivery, Status = ScrubStatus.Gone, Failure = e.Message };
        }
    }

    private async Task<ScrubOutcome> QuarantineAsync(Delivery delivery, QuarantineRecord record, CancellationToken cancellationToken)
    {
        if (await IsCurrentAsync(delivery, cancellationToken) is { } gone)
        {
            return gone;
        }

        await new ResultSet(results, delivery.ResultName).WithdrawAsync(cancellationToken);
        await new QuarantineEntry(quarantine, delivery.ResultName).WriteAsync(record, cancellationToken);
        return new ScrubOutcome { Delivery = delivery, Status = ScrubStatus.Quarantined, Error = record.Error };
    }

    private async Task<byte[]> ScrubAsync(SliceMessage message, ISliceWork work, CancellationToken cancellationToken)
    {
        byte[]? told = null;
        await WriteAsync([]);
        await parts.TryCreateAsync(PartNames.Told(message.Plan, message.Slice, message.Of), ResultContent.FromBytes(PartMediaType, told!), cancellationToken);
        return told!;

        // One stream inside the other, as each is open for as long as its content is being written.
        async Task WriteAsync(IReadOnlyList<Stream> open)
        {
            if (open.Count == work.Forms.Count)
            {
                told = await work.ScrubAsync(message.Stretch, isFirst: message.Slice == 1, open, cancellationToken);
                return;
            }

            var form = work.Forms[open.Count];
            var content = new ResultContent(form.MediaType, (stream, _) => WriteAsync([.. open, stream]));
            await parts.WriteAsync(PartNames.Of(message.Plan, message.Slice, message.Of, form), content, cancellationToken);
        }
    }

    private Task<byte[]?> TellAsync(SliceMessage message, int slice, CancellationToken cancellationToken) =>
        parts.ReadAsync(PartNames.Told(message.Plan, slice, message.Of), cancellationToken);

    /// <summary>What all parts tell, or null where one is missing. The next slices are looked at first: they are the likeliest to be missing.</summary>
    private async Task<byte[][]?> AllAsync(SliceMessage message, byte[] own, CancellationToken cancellationToken)
    {
        var all = new byte[message.Of][];
        all[message.Slice - 1] = own;
        for (var i = 1; i < message.Of; i++)
        {
            var slice = (message.Slice - 1 + i) % message.Of;
            if (await TellAsync(message, slice + 1, cancellationToken) is not { } told)
            {
                return null;
            }

            all[slice] = told;
        }

        return all;
    }

    private async Task<ScrubOutcome> JoinAsync(Delivery delivery, SliceMessage message, ISliceWork work, byte[][] all, CancellationToken cancellationToken)
    {
        var outputs = new List<(SliceOutput Output, string[] Parts)>();
        foreach (var form in work.Forms)
        {
            outputs.Add(await MeasureAsync(message, form, cancellationToken));
        }

        var join = await work.JoinAsync(all, [.. outputs.Select(static output => output.Output)], cancellationToken);
        var commit = ResultNames.Of(delivery.ResultName, work.Commit);
        for (var round = 1; ; round++)
        {
            if (await IsCurrentAsync(delivery, cancellationToken) is { } gone)
            {
                return gone;
            }

            if (await results.ReadAsync(commit, cancellationToken) is { } there)
            {
                if (work.AreSame(there, join.Commit))
                {
                    return new ScrubOutcome { Delivery = delivery, Status = ScrubStatus.AlreadyDone };
                }

                await results.DeleteAsync(commit, cancellationToken);
            }

            await new QuarantineEntry(quarantine, delivery.ResultName).DeleteAsync(cancellationToken);
            await new ResultSet(results, delivery.ResultName).KeepOnlyAsync([work.Commit, .. work.Forms], cancellationToken);
            for (var i = 0; i < outputs.Count; i++)
            {
                await JoinAsync(ResultNames.Of(delivery.ResultName, work.Forms[i]), work.Forms[i], outputs[i].Parts, cancellationToken);
            }

            if (await results.TryCreateAsync(commit, ResultContent.FromBytes(work.Commit.MediaType, join.Commit) with { Labels = join.Labels }, cancellationToken))
            {
                // Looked at again: a version that came meanwhile must not be hidden by this one.
                return await IsCurrentAsync(delivery, cancellationToken) ?? new ScrubOutcome { Delivery = delivery, Status = ScrubStatus.Scrubbed, Pages = join.Pages, Records = join.Records };
            }

            if (round == MaxRounds)
            {
                throw new StoreException($"the results of {delivery.Capture.Name} are written by others all the time");
            }
        }
    }

    /// <summary>Null where the capture is still the version that was cut, or gone altogether, in which case what it held is kept.</summary>
    private static async Task<ScrubOutcome?> IsCurrentAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var now = await delivery.From.FindAsync(delivery.Capture.Name, cancellationToken);
        return now is null || now == delivery.Capture
            ? null
            : new ScrubOutcome { Delivery = delivery with { Capture = now }, Status = ScrubStatus.Superseded };
    }

    private async Task JoinAsync(string name, ResultForm form, string[] names, CancellationToken cancellationToken)
    {
        if (results is IPartJoiner joiner && await joiner.TryJoinAsync(name, form.MediaType, parts, names, cancellationToken))
        {
            return;
        }

        await results.WriteAsync(name, new ResultContent(form.MediaType, (stream, cancel) => CopyAsync(names, stream, cancel)), cancellationToken);
    }

    private async Task CopyAsync(string[] names, Stream target, CancellationToken cancellationToken)
    {
        foreach (var name in names)
        {
            await using var part = await parts.OpenReadAsync(name, cancellationToken) ?? throw new StoreException($"the part {name} is gone");
            await part.CopyToAsync(target, cancellationToken);
        }
    }

    /// <summary>
    /// Size and hash of the parts one after the other, as the service joins them, but hashes nothing; and those that are
    /// not empty, which alone can be joined by it.
    /// </summary>
    private async Task<(SliceOutput Output, string[] Parts)> MeasureAsync(SliceMessage message, ResultForm form, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferBytes];
        var names = new List<string>();
        long bytes = 0;
        for (var slice = 1; slice <= message.Of; slice++)
        {
            var name = PartNames.Of(message.Plan, slice, message.Of, form);
            var before = bytes;
            await using var part = await parts.OpenReadAsync(name, cancellationToken) ?? throw new StoreException($"the part {name} is gone");
            int read;
            while ((read = await part.ReadAsync(buffer, cancellationToken)) > 0)
            {
                hash.AppendData(buffer, 0, read);
                bytes += read;
            }

            if (bytes > before)
            {
                names.Add(name);
            }
        }

        return (new SliceOutput(bytes, Convert.ToHexStringLower(hash.GetHashAndReset())), [.. names]);
    }
}
