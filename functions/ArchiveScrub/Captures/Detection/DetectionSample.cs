using System.Buffers;

namespace ArchiveScrub.Captures.Detection;

/// <summary>
/// What charsets differ on: the runs of bytes outside ASCII with their neighbours, and how much ASCII stands between
/// them. Markup is left out, for its letters are those of programmers, unless nothing else is there. What a page repeats
/// (a currency sign in every row) counts twice, not a hundred times.
/// </summary>
internal sealed class DetectionSample
{
    /// <summary>As much as a decision needs; longer pages are judged by their start.</summary>
    private const int MaxLength = 8 * 1024;

    private const int Context = 2;
    private const int MostRepetitions = 2;

    private readonly ArrayBufferWriter<byte> _bytes = new(256);
    private readonly Dictionary<uint, int> _seen = [];

    private DetectionSample()
    {
    }

    /// <summary>The runs, blanks between.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.WrittenSpan;

    /// <summary>Bytes outside ASCII that were seen, whether they are in <see cref="Bytes"/> or repeat what is.</summary>
    public int HighBytes { get; private set; }

    /// <summary>ASCII bytes of the text that was seen, markup aside.</summary>
    public int AsciiBytes { get; private set; }

    /// <summary>What each byte costs by the habits of the sample itself: how often it stands there, and a bit for saying so.</summary>
    public int[] OwnCosts { get; } = new int[256];

    public static DetectionSample Of(ReadOnlySpan<byte> payload, PageFormat format)
    {
        var sample = new DetectionSample();
        sample.Collect(payload, skipMarkup: format == PageFormat.Html);
        if (sample.HighBytes == 0 && format == PageFormat.Html)
        {
            sample.Collect(payload, skipMarkup: false);
        }

        sample.CountOwnCosts();
        return sample;
    }

    private void CountOwnCosts()
    {
        var total = 0;
        Span<int> counts = stackalloc int[256];
        counts.Clear();
        foreach (var b in Bytes)
        {
            counts[b]++;
            total += b >= 0x80 ? 1 : 0;
        }

        for (var b = 0x80; b < 256; b++)
        {
            OwnCosts[b] = counts[b] == 0 ? 0 : Bits.Of(counts[b] / (2.0 * total));
        }
    }

    private void Collect(ReadOnlySpan<byte> payload, bool skipMarkup)
    {
        var markup = new MarkupSkipper(payload);
        var at = 0;
        var high = -1;
        while (_bytes.WrittenCount < MaxLength)
        {
            if (high < at)
            {
                high = payload[at..].IndexOfAnyInRange((byte)0x80, (byte)0xFF);
                high = high < 0 ? payload.Length : at + high;
            }

            // No charset uses '<' or '>' as a trail byte, so tags are seen whatever it is.
            var tag = skipMarkup ? payload[at..high].IndexOf((byte)'<') : -1;
            if (tag >= 0)
            {
                AsciiBytes += tag;
                at = markup.Skip(at + tag);
                continue;
            }

            AsciiBytes += Math.Max(high - at, 0);
            at = high;
            if (at == payload.Length)
            {
                break;
            }

            var run = payload.Slice(at, RunLength(payload[at..]));
            Add(at > 0 ? payload[at - 1] : (byte)' ', run);
            at += run.Length;
        }
    }

    private void Add(byte before, ReadOnlySpan<byte> run)
    {
        // FNV-1a: unlike HashCode, it is the same in every process.
        var key = (2166136261u ^ before) * 16777619u;
        foreach (var b in run)
        {
            HighBytes += b >= 0x80 ? 1 : 0;
            AsciiBytes += b < 0x80 ? 1 : 0;
            key = (key ^ (char.IsAsciiDigit((char)b) ? (byte)'0' : b)) * 16777619u; // prices differ, what stands around them does not
        }

        _seen.TryGetValue(key, out var times);
        if (times < MostRepetitions)
        {
            _seen[key] = times + 1;
            _bytes.Write([(byte)' ', before < 0x80 ? before : (byte)' ']);
            Write(run[..Math.Min(run.Length, MaxLength)]);
        }
    }

    /// <summary>Writes a run; a byte that is repeated (a row of no-break spaces) is written two or three times, so that pairs stay pairs.</summary>
    private void Write(ReadOnlySpan<byte> run)
    {
        while (!run.IsEmpty)
        {
            var same = run.IndexOfAnyExcept(run[0]);
            same = same < 0 ? run.Length : same;
            _bytes.Write(run[..(same <= 3 ? same : 2 + (same % 2))]);
            run = run[same..];
        }
    }

    /// <summary>From a byte outside ASCII to the last such byte that is near the one before it, and the context after that.</summary>
    private static int RunLength(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        var plain = 0;
        while (length < bytes.Length && plain < Context && bytes[length] is not ((byte)'<' or (byte)'>'))
        {
            plain = bytes[length] < 0x80 ? plain + 1 : 0;
            length++;
        }

        return length;
    }
}
