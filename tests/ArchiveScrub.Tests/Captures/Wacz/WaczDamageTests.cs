using Xunit;

namespace ArchiveScrub.Tests.Captures.Wacz;

/// <summary>Promise 6 for WACZ: cut anywhere, with any byte flipped, fed in any portions.</summary>
public sealed class WaczDamageTests
{
    private static readonly byte[] Capture = new WaczBuilder().Build();
    private static readonly List<string> Whole = Uris(Entries.OfAsync(Capture).GetAwaiter().GetResult());

    [Fact]
    public async Task Capture_cut_anywhere_gives_every_record_that_is_whole()
    {
        // Where the second page of the first WARC ends, and where the deflated one does.
        var first = (await Entries.OfAsync(Capture)).OfType<PageEntry>().Take(2).Select(static entry => entry.Record!).ToArray();
        var ends = first.Select(static record => record.Container!.Offset + record.Offset + record.Length!.Value).ToArray();
        var second = Capture.AsSpan().IndexOf("indexes/index.cdx.gz"u8) - 30;
        await Damage.CutAnywhereAsync(Capture, from: 4, (length, entries, error) =>
        {
            var uris = Uris(entries);
            var expected = length >= second ? 3 : ends.Count(end => end <= length);
            Assert.True(uris.Count >= expected, $"cut at {length}: {uris.Count} of {expected} pages");
            Assert.Equal(Whole[..uris.Count], uris);
            Assert.True(error is not null || entries.OfType<WarningEntry>().Any(), $"cut at {length}: nobody is told");
        });
    }

    [Theory]
    [InlineData(0x01)]
    [InlineData(0xFF)]
    public async Task Capture_with_any_byte_flipped_loses_one_WARC_at_most_and_gives_no_wrong_page(byte mask)
    {
        await Damage.FlipEachAsync(Capture, mask, (at, entries, error) =>
        {
            if (at < 4)
            {
                return; // Without its signature it is taken for something else.
            }

            Assert.True(error is null, $"flipped at {at}: {error?.Message}");
            var uris = Uris(entries);
            Assert.All(uris, static uri => Assert.Contains(uri, Whole));
            Assert.True(uris.Count > 0, $"flipped at {at}: no page is left");
            Assert.True(uris.Count == Whole.Count || entries.OfType<FailedEntry>().Any(), $"flipped at {at}: pages are gone and nobody is told");
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(4096)]
    public Task Entries_do_not_depend_on_the_size_of_the_reads(int size) => Damage.FeedAsync(Capture, size);

    /// <summary>The pages: where from, and their bytes.</summary>
    private static List<string> Uris(IEnumerable<CaptureEntry> entries) =>
        [.. entries.OfType<PageEntry>().Select(static entry => $"{entry.Page.TargetUri} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(entry.Page.Payload.Span))}")];
}
