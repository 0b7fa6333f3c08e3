using System.Text;
using Xunit;
using static ArchiveScrub.Tests.Captures.Mhtml.MhtmlBuilder;

namespace ArchiveScrub.Tests.Captures.Mhtml;

/// <summary>Promise 6 for MHTML: cut anywhere, with any byte flipped, fed in any portions.</summary>
public sealed class MhtmlDamageTests
{
    private static readonly byte[] Capture = File(Part(Document, "quoted-printable") + Picture + Part("<p>A frame.</p>", "base64"));

    [Fact]
    public async Task File_cut_anywhere_keeps_the_page_once_it_is_whole_and_says_that_it_is_cut()
    {
        var whole = Encoding.Latin1.GetString(Capture).IndexOf("--b\r\nContent-Type: image", StringComparison.Ordinal) + "--b".Length;
        await Damage.CutAnywhereAsync(Capture[..^2], from: 1, (length, entries, error) =>
        {
            var pages = entries.OfType<PageEntry>().Select(static entry => entry.Page).ToArray();
            if (length >= whole)
            {
                Assert.Null(error);
                Assert.Equal(Document, Encoding.UTF8.GetString(Assert.Single(pages).Payload.Span));
            }

            var isTold = error is not null
                || pages.Any(static page => page.Record?.Warnings.Any(static w => w.Code == CaptureWarningCodes.SourceTruncated) == true)
                || entries.OfType<WarningEntry>().Any(static entry => entry.Warning.Code == CaptureWarningCodes.SourceTruncated)
                || entries.Exists(static entry => entry.Record is null && entry is PageEntry); // cut in its headers, it is a text
            Assert.True(isTold, $"cut at {length}: nobody is told");
        });
    }

    [Theory]
    [InlineData(0x01)]
    [InlineData(0x80)]
    [InlineData(0xFF)]
    public async Task File_with_any_byte_flipped_ends_in_pages_or_the_one_error(byte mask)
    {
        await Damage.FlipEachAsync(Capture, mask, (at, entries, error) =>
        {
            Assert.True(error is not null || entries.Exists(static entry => entry is PageEntry or FailedEntry or SkippedEntry), $"flipped at {at}");
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(4096)]
    public Task Entries_do_not_depend_on_the_size_of_the_reads(int size) => Damage.FeedAsync(Capture, size);
}
