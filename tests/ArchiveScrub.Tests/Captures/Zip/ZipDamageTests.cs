using Xunit;

namespace ArchiveScrub.Tests.Captures.Zip;

/// <summary>Promise 6 for ZIP archives: cut anywhere, with any byte flipped, fed in any portions.</summary>
public sealed class ZipDamageTests
{
    private static readonly ZipMember[] Files =
    [
        ZipBuilder.Html("first.html", "First"),
        ZipBuilder.Html("second.html", "Second") with { IsDeflated = true },
        ZipBuilder.Html("third.html", "Third") with { IsDeflated = true, IsStreamed = true },
        ZipBuilder.Html("fourth.html", "Fourth") with { IsStreamed = true, HasDescriptorSignature = false },
        ZipBuilder.Html("fifth.html", "Fifth") with { IsZip64 = true },
        ZipBuilder.Html("sixth.html", "Sixth") with { IsDeflated = true, IsStreamed = true, IsZip64 = true },
    ];

    private static readonly byte[] Archive = ZipBuilder.Build(Files, "comment");

    [Fact]
    public async Task Archive_cut_anywhere_gives_every_file_that_is_whole()
    {
        var ends = Ends();
        await Damage.CutAnywhereAsync(Archive, from: 4, (length, entries, error) =>
        {
            var whole = ends.Count(end => end <= length);
            var pages = entries.OfType<PageEntry>().ToArray();
            Assert.True(pages.Length >= whole, $"cut at {length}: {pages.Length} of {whole} pages, {error?.Message}{string.Join('|', entries.Select(Entries.Describe))}");
            AssertTrue(pages);
            Assert.True(error is not null || entries.OfType<WarningEntry>().Any(entry => entry.Warning.Code == CaptureWarningCodes.ContainerIndexDamaged), $"cut at {length}: nobody is told");
        });
    }

    [Theory]
    [InlineData(0x01)]
    [InlineData(0x80)]
    [InlineData(0xFF)]
    public async Task Archive_with_any_byte_flipped_loses_one_file_at_most_and_gives_no_wrong_one(byte mask)
    {
        await Damage.FlipEachAsync(Archive, mask, (at, entries, error) =>
        {
            var pages = entries.OfType<PageEntry>().ToArray();
            AssertTrue(pages);

            // The signature at the start tells what the capture is: without it, it is taken for something else.
            Assert.True(at < 4 || (error is null && pages.Length >= Files.Length - 1), $"flipped at {at}: {pages.Length} pages, {error?.Message}");
            Assert.True(at < 4 || pages.Length == Files.Length || entries.OfType<FailedEntry>().Any(), $"flipped at {at}: a page is gone and nobody is told");
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(4096)]
    public Task Entries_do_not_depend_on_the_size_of_the_reads(int size) => Damage.FeedAsync(Archive, size);

    /// <summary>No page has other bytes than one of the files.</summary>
    private static void AssertTrue(PageEntry[] pages) =>
        Assert.All(pages, static page => Assert.Contains(Files, file => page.Page.Payload.Span.SequenceEqual(file.Content)));

    /// <summary>Where each file ends: where the next one, or the directory, begins.</summary>
    private static List<int> Ends()
    {
        var ends = new List<int>();
        for (var count = 1; count <= Files.Length; count++)
        {
            var archive = ZipBuilder.Build(Files[..count]);
            ends.Add(archive.AsSpan().IndexOf("PK\u0001\u0002"u8));
        }

        return ends;
    }
}
