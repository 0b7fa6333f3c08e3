using ArchiveScrub.Blocks;

namespace ArchiveScrub.Provenance.Flags;

/// <summary>All flags for review. Immutable; may be shared by threads.</summary>
internal sealed class ReviewFlags
{
    private readonly FlagPhrases _phrases = FlagPhrases.Load();
    private readonly ReviewFlag[] _flags;

    public ReviewFlags()
    {
        _flags =
        [
            new NoContentFlag(),
            new MostlyRemovedFlag(),
            new ReplacedCharactersFlag(),
            new SourceTruncatedFlag(),
            new PaywallFlag(_phrases),
            new StatusPageFlag("soft-404", _phrases, "missing", [404, 410]),
            new StatusPageFlag("error-page", _phrases, "failure", [400, 401, 403, 405, 408, 429, 451, 500, 501, 502, 503, 504, 508, 520, 521, 522, 523, 524, 525, 526, 530], takesStatus: true),
            new StatusPageFlag("captcha", _phrases, "robot", []),
        ];
    }

    /// <summary>The names of the flags that are raised, sorted.</summary>
    public IReadOnlyList<string> Of(Page captured, SegmentedPage segmented, IReadOnlyList<Piece> pieces)
    {
        var page = new ReviewedPage(captured, segmented, pieces);
        return [.. _flags.Where(flag => flag.IsRaised(page)).Select(static flag => flag.Name).Order(StringComparer.Ordinal)];
    }
}
