namespace ArchiveScrub.Storage.Tests;

/// <summary>Captures of our own writing.</summary>
internal static class Samples
{
    /// <summary>What <see cref="Article"/> says in its body.</summary>
    public const string Sentence = "The bridge across the river was closed on both sides while the engineers looked at its cables, and the ferry took its place.";

    /// <summary>A page with a menu, a headline and a body.</summary>
    public static string Article(string title = "The bridge is closed") =>
        $"""
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>{title}</title></head><body>
        <nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav>
        <article><h1>{title}</h1>
        <p>{Sentence}</p>
        <p>People who live on the island said that they would rather wait a week for a safe bridge than cross an unsafe one.</p>
        <p>The town council will meet again when the report is there, and will then say how long the repairs are going to take.</p>
        </article></body></html>
        """;

    /// <summary>Bytes that begin as those of a JPEG do.</summary>
    public static byte[] Jpeg { get; } = [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10, .. "JFIF"u8, 0x00, 0x01, 0x01, .. new byte[500]];
}
