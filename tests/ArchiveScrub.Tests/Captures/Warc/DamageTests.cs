using Xunit;

namespace ArchiveScrub.Tests.Captures.Warc;

/// <summary>Whatever is done to a WARC, reading it ends in entries and in nothing but a <see cref="CaptureException"/>, and complete records before the damage are there.</summary>
public sealed class DamageTests
{
    public static TheoryData<bool> Forms => [false, true];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Cut_at_every_byte_it_keeps_each_complete_record(bool isCompressed)
    {
        var warc = Small();
        var bytes = isCompressed ? warc.Gzipped() : warc.Plain();
        var whole = await Warcs.ReadAsync(bytes, Name(isCompressed));
        Assert.Equal(4, whole.Count);
        for (var length = 1; length < bytes.Length; length++)
        {
            var entries = await ReadAnyAsync(bytes[..length], isCompressed);

            var complete = whole.TakeWhile(e => e.Record!.Offset + e.Record.Length <= length).Select(Warcs.Describe).ToArray();
            Assert.True(entries.Select(Warcs.Describe).Take(complete.Length).SequenceEqual(complete, StringComparer.Ordinal), $"cut at {length}: {string.Join(" | ", entries.Select(Warcs.Describe))}");
            var isCut = whole.TrueForAll(e => e.Record!.Offset != length);
            Assert.True(!isCut || entries.Count == 0 || entries[^1] is FailedEntry { IsEnd: true } || entries.Warnings().Length > 0, $"cut at {length} goes unnoticed: {string.Join(" | ", entries.Select(Warcs.Describe))}");
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Any_byte_changed_it_keeps_the_records_before(bool isCompressed)
    {
        var warc = Small();
        var bytes = isCompressed ? warc.Gzipped() : warc.Plain();
        var whole = await Warcs.ReadAsync(bytes, Name(isCompressed));
        foreach (var mask in new byte[] { 0xFF, 0x01, 0x20 })
        {
            for (var at = 0; at < bytes.Length; at++)
            {
                var damaged = bytes.ToArray();
                damaged[at] ^= mask;

                var entries = await ReadAnyAsync(damaged, isCompressed);

                var before = whole.TakeWhile(e => e.Record!.Offset + e.Record.Length <= at).Select(Warcs.Describe).ToArray();
                Assert.True(entries.Select(Warcs.Describe).Take(before.Length).SequenceEqual(before, StringComparer.Ordinal), $"{mask:x2} at {at}: {string.Join(" | ", entries.Select(Warcs.Describe))}");

                Assert.True(!isCompressed || entries.Failures().Count <= 1, $"{mask:x2} at {at} is told too often: {string.Join(" | ", entries.Select(Warcs.Describe))}");

                // A gzip member that is damaged costs no other one.
                var after = isCompressed ? whole.Where(e => e.Record!.Offset > at).Select(Warcs.Describe).ToArray() : [];
                Assert.True(entries.Count == 0 || entries.Select(Warcs.Describe).TakeLast(after.Length).SequenceEqual(after, StringComparer.Ordinal), $"{mask:x2} at {at} costs later records: {string.Join(" | ", entries.Select(Warcs.Describe))}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Random_damage_ends_in_entries(bool isCompressed)
    {
        var warc = WarcReaderTests.Mixed();
        var bytes = isCompressed ? warc.Gzipped() : warc.Plain();
        var dice = new Generated.Dice(5);
        for (var i = 0; i < 300; i++)
        {
            var damaged = bytes.ToArray();
            for (var j = dice.Next(20); j >= 0; j--)
            {
                damaged[dice.Next(damaged.Length)] = (byte)dice.Next(256);
            }

            await ReadAnyAsync(damaged, isCompressed);
        }
    }

    private static WarcBuilder Small() => new WarcBuilder()
        .Warcinfo()
        .Response("https://example.org/one", "<p>The first ferry sails from Monday.</p>")
        .Response("https://example.org/two", "<p>The second ferry sails from Tuesday.</p>")
        .Record("conversion", "text/plain", "The third ferry sails from Wednesday.\n"u8.ToArray(), "WARC-Target-URI: https://example.org/three");

    private static string Name(bool isCompressed) => isCompressed ? "x.warc.gz" : "x.warc";

    /// <summary>What there is to read; nothing where the bytes are not taken for a WARC.</summary>
    private static async Task<List<CaptureEntry>> ReadAnyAsync(byte[] bytes, bool isCompressed)
    {
        try
        {
            var entries = await Warcs.ReadAsync(bytes, Name(isCompressed));
            return entries is [PageEntry { Page.Record: null }] ? [] : entries;
        }
        catch (CaptureException e)
        {
            Assert.NotEmpty(e.Code);
            return [];
        }
    }
}
