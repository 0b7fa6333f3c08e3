using System.Globalization;
using System.Text;
using ArchiveScrub.Blocks;
using ArchiveScrub.Captures;
using ArchiveScrub.Chrome;
using ArchiveScrub.Datelines;
using ArchiveScrub.Text;

namespace ArchiveScrub.Quality.Datelines;

/// <summary>A page of given kinds of blocks, so that a set of datelines is scored without segmenter and detector.</summary>
internal static class PlainPage
{
    /// <summary>What is found on it.</summary>
    /// <param name="captured">The capture date, ISO 8601; null where it is not known.</param>
    /// <param name="blocks">Its blocks in order.</param>
    public static DatelineFinding Find(string? captured, params (Kind Kind, string Text)[] blocks)
    {
        var verdicts = new List<Verdict>();
        var made = new List<Block>();
        var at = 0;
        foreach (var (kind, text) in blocks)
        {
            made.Add(new Block
            {
                Index = made.Count,
                Form = kind == Kind.Paragraph ? BlockForm.Paragraph : BlockForm.Line,
                Text = text,
                Linear = new TextRange(at, at + text.Length),
                Source = new TextRange(at, at + text.Length),
                WordCount = Words.Count(text),
            });
            verdicts.Add(new Verdict(kind, "given", 1, []));
            at += text.Length + 1;
        }

        var linear = string.Join('\n', blocks.Select(b => b.Text));
        var page = new SegmentedPage { Format = PageFormat.Text, Source = Source(linear), Blocks = made, Linear = linear };
        var capturedAt = captured is null ? (DateTimeOffset?)null : DateTimeOffset.Parse(captured, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return new DatelineFinder().Find(page, verdicts, new DatelineContext(capturedAt));
    }

    private static SourceText Source(string text) => TextDecoder.Decode(new Page
    {
        Capture = new CaptureIdentity(null, "row", 0, ""),
        Payload = Encoding.UTF8.GetBytes(text),
        Format = PageFormat.Text,
    });
}
