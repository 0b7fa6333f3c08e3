using System.Text;

namespace ArchiveScrub.Storage.Tests;

/// <summary>Slices of bytes: what comes of one is its bytes, and how many there were; what comes of all is what one worker would have written.</summary>
internal sealed class FakeSliceWork(byte[] capture) : ISliceWork
{
    public int Scrubbed { get; private set; }

    /// <summary>What is thrown at every slice.</summary>
    public Exception? Fault { get; init; }

    public IReadOnlyList<ResultForm> Forms { get; } = [ResultForm.CleanText, ResultForm.Error];

    public ResultForm Commit => ResultForm.Manifest;

    public async Task<byte[]> ScrubAsync(CaptureSlice slice, bool isFirst, IReadOnlyList<Stream> outputs, CancellationToken cancellationToken)
    {
        if (Fault is not null)
        {
            throw Fault;
        }

        Scrubbed++;
        var bytes = capture.AsMemory((int)slice.Offset, (int)slice.Length);
        if (isFirst)
        {
            await outputs[0].WriteAsync("head "u8.ToArray(), cancellationToken);
        }

        await outputs[0].WriteAsync(bytes, cancellationToken);
        await outputs[1].WriteAsync(Encoding.ASCII.GetBytes($"{slice.Offset}+{slice.Length};"), cancellationToken);
        return Encoding.ASCII.GetBytes($"{slice.Length}");
    }

    public Task<SliceJoin> JoinAsync(IReadOnlyList<byte[]> parts, IReadOnlyList<SliceOutput> outputs, CancellationToken cancellationToken) => Task.FromResult(new SliceJoin(
        Encoding.ASCII.GetBytes($"{parts.Sum(static part => int.Parse(Encoding.ASCII.GetString(part), System.Globalization.CultureInfo.InvariantCulture))} {string.Join(' ', outputs)}"),
        new PageTally { Pages = parts.Count }));

    public QuarantineRecord Refuse(Exception fault) => new()
    {
        Capture = new ManifestCapture { Name = "fake", Sha256 = new string('0', 64), Size = capture.Length },
        Error = new QuarantineError { Code = CaptureErrorCodes.InternalError, Reason = fault.Message },
        Tool = new ManifestTool { Name = "ArchiveScrub", RuleSet = "sha256:0", Version = "1.0" },
    };

    public bool AreSame(byte[] one, byte[] other) => one.AsSpan().SequenceEqual(other);
}
