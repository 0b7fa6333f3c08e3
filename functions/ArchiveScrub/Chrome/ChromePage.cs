using ArchiveScrub.Blocks;
using ArchiveScrub.Chrome.Lexicons;
using ArchiveScrub.Chrome.Profiles;
using ArchiveScrub.Credits;
using TimestampParser = ArchiveScrub.Timestamps.TimestampParser;

namespace ArchiveScrub.Chrome;

/// <summary>
/// A page while it is judged: its blocks, what is known of each, and the verdicts so far. Rules read it and decide
/// through it; one page is judged by one thread.
/// </summary>
internal sealed class ChromePage
{
    private static readonly string[] NoEvidence = [];

    private readonly Verdict?[] _verdicts;
    private readonly bool[] _advice;
    private readonly Looks[] _looks;

    public ChromePage(SegmentedPage page, Lexicon lexicon, RepeatedBlocks? repeated = null)
    {
        Repeated = repeated ?? RepeatedBlocks.None;
        Page = page;
        Blocks = [.. page.Blocks];
        Lexicon = lexicon;
        _verdicts = new Verdict?[page.Blocks.Count];
        _advice = new bool[page.Blocks.Count];
        _looks = new Looks[page.Blocks.Count];
        Facts = BlockFactsReader.Read(page, lexicon);
        foreach (ref readonly var facts in Facts.AsSpan())
        {
            Found |= facts.Hits.Any;
            Labels |= facts.Hits.IsAllLabels ? facts.Hits.Labels : default;
            Around |= facts.Surroundings;
        }
    }

    /// <summary>The page.</summary>
    public SegmentedPage Page { get; }

    /// <summary>Its blocks.</summary>
    public Block[] Blocks { get; }

    /// <summary>The words and phrases that rules know.</summary>
    public Lexicon Lexicon { get; }

    /// <summary>What is known of each block.</summary>
    public BlockFacts[] Facts { get; }

    /// <summary>The groups that have a phrase anywhere on the page: a rule for others need not look.</summary>
    public GroupSet Found { get; }

    /// <summary>The groups that have a label in a block that is all labels.</summary>
    public GroupSet Labels { get; }

    /// <summary>What any element of the page is called.</summary>
    public Surroundings Around { get; }

    /// <summary>What repeats on other pages of the site.</summary>
    public RepeatedBlocks Repeated { get; }

    /// <summary>Number of blocks.</summary>
    public int Count => Blocks.Length;

    /// <summary>Index of the headline; -1 where none was found.</summary>
    public int Title { get; set; } = -1;

    /// <summary>Where the body seems to be; known after <see cref="BodyEstimate"/> ran.</summary>
    public BodyEstimate Body { get; set; } = BodyEstimate.None;

    /// <summary>Whether the rule that is being asked only advises.</summary>
    public bool IsAdvising { get; set; }

    /// <summary>Whether a rule has decided the block.</summary>
    public bool IsDecided(int block) => _verdicts[block] is not null;

    /// <summary>The verdict so far.</summary>
    public Verdict? this[int block] => _verdicts[block];

    /// <summary>
    /// Whether the rule that is being asked may decide the block: no rule has, or one has that only advised, and this
    /// one is certain.
    /// </summary>
    public bool IsOpen(int block) => _verdicts[block] is null || (!IsAdvising && IsAdvice(block));

    /// <summary>Decides a block, unless an earlier rule has for certain. Returns whether it did.</summary>
    public bool Decide(int block, Kind kind, string rule, double confidence, params string[] evidence)
    {
        if (!IsOpen(block))
        {
            return false;
        }

        _verdicts[block] = new Verdict(kind, rule, confidence, evidence.Length == 0 ? NoEvidence : evidence);
        _advice[block] = IsAdvising;
        return true;
    }

    /// <summary>Whether the block was removed by advice only, so that the model has the last word.</summary>
    public bool IsAdvice(int block) => _advice[block] && IsRemoved(block);

    /// <summary>Makes advice certain as it is: another rule sees chrome, too, but knows less well of what kind.</summary>
    public void Confirm(int block, string rule)
    {
        if (_verdicts[block] is { } advice)
        {
            _verdicts[block] = advice with { Evidence = [.. advice.Evidence, "also:" + rule] };
            _advice[block] = false;
        }
    }

    /// <summary>Puts the last word in place of advice.</summary>
    public void Overrule(int block, Verdict verdict)
    {
        _verdicts[block] = verdict;
        _advice[block] = false;
    }

    /// <summary>Evidence: the phrase of one of the groups that the block prints.</summary>
    public string Phrase(int block, GroupSet groups) => "phrase:" + (Lexicon.FirstPhrase(Blocks[block].Text, groups) ?? "");

    /// <summary>Whether the block says when, and nothing else. Several rules ask, of neighbours too: it is read once.</summary>
    public bool IsTimestampLine(int block)
    {
        ref var looks = ref _looks[block];
        if ((looks & Looks.TimestampKnown) == Looks.None)
        {
            looks |= Looks.TimestampKnown | (TimestampParser.Default.IsTimestampLine(Blocks[block].Text) ? Looks.Timestamp : Looks.None);
        }

        return (looks & Looks.Timestamp) != Looks.None;
    }

    /// <summary>Whether the block says who wrote the page; read once, too.</summary>
    public bool IsByline(int block)
    {
        ref var looks = ref _looks[block];
        if ((looks & Looks.BylineKnown) == Looks.None)
        {
            looks |= Looks.BylineKnown | (BylineParser.Default.IsByline(Blocks[block].Text) ? Looks.Byline : Looks.None);
        }

        return (looks & Looks.Byline) != Looks.None;
    }

    /// <summary>Whether the block is decided and goes.</summary>
    public bool IsRemoved(int block) => _verdicts[block] is { IsKept: false };

    /// <summary>The verdicts so far, null for blocks that are still open.</summary>
    public Verdict?[] VerdictsSoFar() => [.. _verdicts];

    /// <summary>The verdicts; every block must have one.</summary>
    public Verdict[] Verdicts() => Array.ConvertAll(_verdicts, static v => v ?? throw new InvalidOperationException("A block was left without a verdict."));

    /// <summary>What the parsers of lines said of a block.</summary>
    [Flags]
    private enum Looks : byte
    {
        None = 0,
        TimestampKnown = 1,
        Timestamp = 2,
        BylineKnown = 4,
        Byline = 8,
    }
}
