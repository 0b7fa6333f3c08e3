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

    public static DetectionSample Of(ReadOnlySpan<byte> payload, PageFormat format)
    {
        var sample = new DetectionSample();
        sample.Collect(payload, skipMarkup: format == PageFormat.Html);
        if (sample.HighBytes == 0 && format == PageFormat.Html)
        {
            sample.Collect(payload, skipMarkup: false);
        }

        return sample;
    }

    private void Collect(ReadOnlySpan<byte> payload, bool skipMarkup)
    {
        var at = 0;
        while (_bytes.WrittenCount < MaxLength)
        {
            var high = payload[at..].IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            var plain = high < 0 ? payload.Length - at : high;

            // No charset uses '<' or '>' as a trail byte, so tags are seen whatever it is.
            var markup = skipMarkup ? payload.Slice(at, plain).IndexOf((byte)'<') : -1;
            if (markup >= 0)
            {
                AsciiBytes += markup;
                at += markup;
                at += MarkupLength(payload[at..]);
                continue;
            }

            AsciiBytes += plain;
            at += plain;
            if (high < 0)
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

    /// <summary>The length of what starts with <c>&lt;</c>: a tag, a comment, or a script or style sheet with its content.</summary>
    private static int MarkupLength(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("<!--"u8))
        {
            return To(bytes, "-->"u8);
        }

        if (bytes.Length < 2 || !(char.IsAsciiLetter((char)bytes[1]) || bytes[1] is (byte)'/' or (byte)'!' or (byte)'?'))
        {
            return 1;
        }

        if (StartsElement(bytes, "<script"u8))
        {
            return To(bytes, "</script"u8);
        }

        return StartsElement(bytes, "<style"u8) ? To(bytes, "</style"u8) : To(bytes, ">"u8);
    }

    private static bool StartsElement(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> tag) =>
        bytes.Length > tag.Length && System.Text.Ascii.EqualsIgnoreCase(bytes[..tag.Length], tag) && !char.IsAsciiLetterOrDigit((char)bytes[tag.Length]);

    /// <summary>An end that never comes makes the mark a character of the text.</summary>
    private static int To(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> end)
    {
        var found = bytes.IndexOf(end);
        return found < 0 ? 1 : found + end.Length;
    }
}
