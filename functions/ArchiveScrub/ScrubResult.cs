using ArchiveScrub.Blocks;
using ArchiveScrub.Chrome;

namespace ArchiveScrub;

/// <summary>What came out of one page.</summary>
public sealed class ScrubResult
{
    internal ScrubResult(string cleanText, Manifest manifest, SegmentedPage page, Detection detection)
    {
        CleanText = cleanText;
        Manifest = manifest;
        Page = page;
        Detection = detection;
    }

    /// <summary>The clean text; empty only with the flag <c>no-content</c>.</summary>
    public string CleanText { get; }

    /// <summary>The record of how it came about, without <see cref="Manifest.Activity"/>, with its digest.</summary>
    public Manifest Manifest { get; }

    /// <summary>The page as it was cut up, for measurements.</summary>
    internal SegmentedPage Page { get; }

    /// <summary>The verdict on each block of <see cref="Page"/>.</summary>
    internal Verdict[] Verdicts => Detection.Verdicts;

    /// <summary>The verdicts, and what they rest on.</summary>
    internal Detection Detection { get; }
}
