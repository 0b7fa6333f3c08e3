using System.Reflection;
using ArchiveScrub.Blocks;
using ArchiveScrub.Captures;
using ArchiveScrub.Chrome;
using ArchiveScrub.Datelines;
using ArchiveScrub.Provenance;
using ArchiveScrub.Provenance.Flags;

namespace ArchiveScrub;

/// <summary>
/// The one door: a page goes in, clean text and its manifest come out. A scrubber is immutable and may be used by many
/// threads at once; the same page, version and options give the same result, byte for byte.
/// </summary>
public sealed class Scrubber
{
    private readonly ScrubOptions _options;
    private readonly ChromeDetector _chrome;
    private readonly DatelineFinder _datelines = new();
    private readonly ReviewFlags _flags = new();

    /// <summary>Creates a scrubber; it loads the rules, so keep it.</summary>
    public Scrubber(ScrubOptions? options = null)
        : this(options, new ChromeDetector())
    {
    }

    internal Scrubber(ScrubOptions? options, ChromeDetector chrome)
    {
        _options = options ?? new ScrubOptions();
        _chrome = chrome;
        Tool = new ManifestTool
        {
            Name = "ArchiveScrub",
            Options = OptionsOf(_options),
            Profile = _options.Profiles.Sites == 0 ? null : _options.Profiles.Digest,
            RuleSet = RuleCatalog.Digest,
            Version = Version,
        };
    }

    /// <summary>Version of this code.</summary>
    public static string Version { get; } =
        typeof(Scrubber).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>What manifests of this scrubber say of it.</summary>
    public ManifestTool Tool { get; }

    /// <summary>Scrubs a page.</summary>
    /// <exception cref="CaptureException">The page cannot be scrubbed, whatever is tried.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was signalled.</exception>
    public ScrubResult Scrub(Page page, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(page);
        var source = TextDecoder.Decode(page);
        cancellationToken.ThrowIfCancellationRequested();
        if (page.IsCleanText)
        {
            return PassOn(page, CleanTextSegmenter.Segment(source));
        }

        var segmented = page.Format == PageFormat.Html
            ? new HtmlSegmenter().Segment(source, cancellationToken)
            : TextSegmenter.Segment(source);
        var detection = _chrome.Detect(segmented, page.TargetUri, _options.Profiles.Find(page, segmented), cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var verdicts = detection.Verdicts;
        var found = _datelines.Find(segmented, verdicts, new DatelineContext(page.CapturedAt, page.TargetUri));
        var pieces = PieceCutter.Cut(segmented.Blocks, verdicts, found);
        var title = FindingsReader.HeadTitle(segmented.Head, verdicts);
        var clean = CleanTextComposer.Compose(segmented.Blocks, pieces, _options.Text, title, found.Dateline?.ToLine());
        var findings = FindingsReader.Read(segmented, verdicts, detection.Judgement, found, title);
        var manifest = ManifestBuilder.Build(page, segmented, pieces, clean, findings, _flags.Of(page, segmented, pieces, detection.Judgement), Tool);
        if (_options.SecondOpinion is { } opinion && page.Format == PageFormat.Html)
        {
            manifest = SecondOpinion.Add(manifest, opinion, source.Text, clean.Text, cancellationToken);
            manifest = manifest with { Digest = ManifestJson.ComputeDigest(manifest) };
        }

        return new ScrubResult(clean.Text, manifest, segmented, detection);
    }

    /// <summary>As <c>name=value</c>, sorted; defaults are left out.</summary>
    private static string[] OptionsOf(ScrubOptions options) =>
    [
        .. options.SecondOpinion is { } opinion ? [ManifestSecondOpinion.Option + opinion.Tool] : Array.Empty<string>(),
        .. options.Text == TextScope.Full ? Array.Empty<string>() : ["text=body"],
    ];

    /// <summary>Clean text gets a manifest, too, and stays as it is.</summary>
    private ScrubResult PassOn(Page page, SegmentedPage segmented)
    {
        var verdicts = ScrubbedText.Keep(segmented.Blocks);
        var found = new DatelineFinding();
        var pieces = PieceCutter.Cut(segmented.Blocks, verdicts, found);
        var clean = CleanTextComposer.Compose(segmented.Blocks, pieces, _options.Text, null, null);
        var findings = FindingsReader.Read(segmented, verdicts, null, found, null);
        var manifest = ManifestBuilder.Build(page, segmented, pieces, clean, findings, _flags.Of(page, segmented, pieces), Tool);
        return new ScrubResult(clean.Text, manifest, segmented, new Detection(verdicts));
    }
}
