using Xunit;

namespace ArchiveScrub.Tests.Captures;

/// <summary>What promise 6 has to stand up to: captures cut anywhere, with any byte flipped, fed in any portions. All that may surface is entries and the one error.</summary>
internal static class Damage
{
    /// <summary>Cuts a capture at every place from a length on, and looks at what is read of it.</summary>
    public static async Task CutAnywhereAsync(byte[] capture, int from, Action<int, List<CaptureEntry>, CaptureException?> look)
    {
        for (var length = from; length < capture.Length; length++)
        {
            var (entries, error) = await Entries.UntilErrorAsync(capture[..length]);
            look(length, entries, error);
        }
    }

    /// <summary>Flips every byte of a capture in turn, and looks at what is read of it.</summary>
    public static async Task FlipEachAsync(byte[] capture, byte mask, Action<int, List<CaptureEntry>, CaptureException?> look)
    {
        for (var at = 0; at < capture.Length; at++)
        {
            var flipped = (byte[])capture.Clone();
            flipped[at] ^= mask;
            var (entries, error) = await Entries.UntilErrorAsync(flipped);
            look(at, entries, error);
        }
    }

    /// <summary>Feeds a capture in small portions, which must change nothing.</summary>
    public static async Task FeedAsync(byte[] capture, int portion)
    {
        using var slow = new SlowStream(capture, portion);
        Assert.Equal((await Entries.OfAsync(capture)).Select(Entries.Describe), (await Entries.OfAsync(slow)).Select(Entries.Describe));
    }
}
