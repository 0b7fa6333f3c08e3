using System.Security.Cryptography;
using System.Text;
using ArchiveScrub.Benchmarks.Measuring;

namespace ArchiveScrub.Benchmarks.Contestants;

/// <summary>ArchiveScrub end to end, in memory: a capture's bytes in, the bytes of clean text and manifest out. The capture's hash is part of it.</summary>
internal sealed class ScrubContestant(PageFormat format) : Contestant
{
    private readonly Scrubber _scrubber = new();

    /// <inheritdoc/>
    public override long Run()
    {
        var result = _scrubber.Scrub(new Page
        {
            Capture = new CaptureIdentity(null, "page", Page.Length, Convert.ToHexStringLower(SHA256.HashData(Page.Span))),
            Payload = Page,
            Format = format,
        });
        return Encoding.UTF8.GetBytes(result.CleanText).LongLength + ManifestJson.Serialize(result.Manifest).LongLength;
    }
}
