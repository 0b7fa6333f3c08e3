using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace ArchiveScrub.Storage;

/// <summary>Collects what a stretch of a capture gives, in the order of its records.</summary>
/// <param name="start">See <see cref="PartHeader.Start"/>.</param>
/// <param name="maxStretch">See <see cref="ScrubJobOptions.PartBytes"/>.</param>
internal sealed class PartBuilder(long start, long maxStretch)
{
    /// <summary>Bytes of results that are held in memory until the part is closed.</summary>
    private const long MaxHeld = 8L * 1024 * 1024;

    private readonly ArrayBufferWriter<byte>[] _outputs = [.. Part.Outputs.Select(static _ => new ArrayBufferWriter<byte>(64 * 1024))];
    private readonly ArrayBufferWriter<byte> _ids = new();
    private long? _stoppedAt;

    /// <summary>See <see cref="PartHeader.Start"/>.</summary>
    public long Start => start;

    /// <summary>Its pages so far.</summary>
    public PageTally Pages { get; private set; } = PageTally.None;

    /// <summary>Its records so far.</summary>
    public RecordTally Records { get; private set; } = RecordTally.None;

    /// <summary>Whether it is time to close it, where it would end at a place of the capture.</summary>
    public bool IsFull(long end) => end - start >= maxStretch || _outputs.Sum(static o => (long)o.WrittenCount) >= MaxHeld;

    /// <summary>Adds bytes to an output.</summary>
    public void Write(int output, ReadOnlySpan<byte> bytes) => _outputs[output].Write(bytes);

    /// <summary>Adds what an entry gave.</summary>
    public void Add(EntryResult result)
    {
        Pages += result.Pages;
        Records += RecordTally.Of(result.Entry);
        for (var i = 0; i < result.Outputs.Count; i++)
        {
            Write(i, result.Outputs[i].Span);
        }

        if (result.Entry is FailedEntry { IsEnd: true } end)
        {
            _stoppedAt = end.Error.Offset ?? end.Record?.Offset ?? 0;
        }

        if (result.Entry is PageEntry { Record.Id: { } id })
        {
            SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, sizeof(ulong)).CopyTo(_ids.GetSpan(sizeof(ulong)));
            _ids.Advance(sizeof(ulong));
        }
    }

    /// <summary>What it adds to each output, in the order of <see cref="Part.Outputs"/>.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Outputs => [.. _outputs.Select(static o => o.WrittenMemory)];

    /// <summary>Describes the part, as it stands.</summary>
    public PartHeader Describe(CaptureIdentity capture, ManifestTool tool, IReadOnlyList<string> options, long end) => new()
    {
        CaptureSha256 = capture.Sha256,
        Tool = tool,
        Options = options,
        Start = start,
        End = end,
        Pages = Pages,
        Records = Records,
        StoppedAt = _stoppedAt,
        Sizes = [.. _outputs.Select(static o => (long)o.WrittenCount)],
        Ids = _ids.WrittenSpan.ToArray(),
    };

    /// <summary>Writes the part, as it stands.</summary>
    public async Task<PartHeader> CloseAsync(IResultStore store, string name, CaptureIdentity capture, ManifestTool tool, IReadOnlyList<string> options, long end, CancellationToken cancellationToken)
    {
        var header = Describe(capture, tool, options, end);
        await Part.WriteAsync(store, name, header, Outputs, cancellationToken);
        return header;
    }
}
