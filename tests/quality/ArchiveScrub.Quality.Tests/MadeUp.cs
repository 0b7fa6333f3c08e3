using ArchiveScrub.Quality.Metrics;
using ArchiveScrub.Quality.Scoring;

namespace ArchiveScrub.Quality.Tests;

/// <summary>Made-up scores and a clock that stands still.</summary>
internal static class MadeUp
{
    public static TimeProvider Clock { get; } = new StoppedClock();

    public static PageScore Score(string id, string type, WordScore words, PageFormat format = PageFormat.Html) =>
        new() { Id = id, Type = type, Format = format, IsScored = true, Words = words };

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2024, 2, 29, 23, 30, 0, TimeSpan.Zero);
    }
}
