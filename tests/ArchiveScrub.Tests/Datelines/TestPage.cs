using ArchiveScrub.Blocks;
using ArchiveScrub.Chrome;
using ArchiveScrub.Datelines;
using ArchiveScrub.Tests.Blocks;
using ArchiveScrub.Text;

namespace ArchiveScrub.Tests.Datelines;

/// <summary>A page of given kinds of blocks, without segmenter and detector.</summary>
internal sealed class TestPage(params (Kind Kind, string Text)[] blocks)
{
    public PageHead Head { get; init; } = PageHead.Empty;

    public DatelineContext Context { get; init; } = new();

    public DatelineFinding Find()
    {
        var verdicts = new List<Verdict>();
        var made = new List<Block>();
        var at = 0;
        foreach (var (kind, text) in blocks)
        {
            made.Add(new Block
            {
                Index = made.Count,
                Form = kind is Kind.Caption ? BlockForm.Caption : kind is Kind.Quote ? BlockForm.Quote : text.Length > 60 ? BlockForm.Paragraph : BlockForm.Line,
                Text = text,
                Linear = new TextRange(at, at + text.Length),
                Source = new TextRange(at, at + text.Length),
                WordCount = Words.Count(text),
            });
            verdicts.Add(new Verdict(kind, "test", 1, []));
            at += text.Length + 1;
        }

        var linear = string.Join('\n', blocks.Select(b => b.Text));
        var page = new SegmentedPage { Format = PageFormat.Text, Source = new PlainSource(linear), Blocks = made, Linear = linear, Head = Head };
        return new DatelineFinder().Find(page, verdicts, Context);
    }

    public static DatelineContext Captured(string? day) =>
        new(day is null ? null : DateTimeOffset.Parse(day, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal));
}
