using System.Globalization;
using System.Runtime.InteropServices;
using ArchiveScrub.Chrome.Lexicons;

namespace ArchiveScrub.Chrome.Rules;

/// <summary>
/// Rules for commenting and community standards, as a class of text: who is bound (users, commenters), what they write
/// (comments, posts), what is forbidden (insults, hatred, spam), what follows (deletion, a block), who decides
/// (moderators). A whole policy is found from its heading or from its own words, lists included. A report about such
/// rules is told apart by what stands around it (body before and after) and by verbs of reporting.
/// </summary>
internal sealed class CommentPolicyRule(Lexicon lexicon) : ChromeRule
{
    /// <summary>This many blocks without evidence may stand inside a policy: items of its lists, an address.</summary>
    private const int MaxGap = 4;

    private const int MaxHeadingWords = 9;

    private readonly int _object = lexicon.Group("policy.object");
    private readonly int _authority = lexicon.Group("policy.authority");
    private readonly int _sanction = lexicon.Group("policy.sanction");
    private readonly int _offence = lexicon.Group("policy.offence");
    private readonly int _norm = lexicon.Group("policy.norm");
    private readonly int _heading = lexicon.Group("label.policy");
    private readonly int _report = lexicon.Group("report.verb");
    private readonly GroupSet _all = lexicon.Groups("policy.object", "policy.authority", "policy.sanction", "policy.offence", "policy.norm");

    public override RuleDescription Description { get; } = new(
        "comment-policy.section",
        [Kind.CommentPolicy],
        lexicon.LanguagesOf("policy.offence"),
        "Rules for commenting and community standards: bound users, forbidden conduct, sanctions and moderators named together, over one or many blocks with their lists, not in the midst of a report.");

    /// <summary>Whether a block reads like a part of a policy, wherever it stands.</summary>
    public bool IsSuspect(in BlockFacts facts) => Weight(facts) >= 2;

    public override void Apply(ChromePage page)
    {
        // What a stretch has too little of, no later part of it has enough of: it is looked at once from a heading and
        // once from its own words, and its last block alone.
        var noPolicyUnderHeading = -1;
        var noPolicy = -1;
        for (var i = 0; i < page.Count; i++)
        {
            if (!page.IsOpen(i))
            {
                continue;
            }

            var hasHeading = i != page.Title && IsHeading(page.Facts[i]);
            if (hasHeading ? i < noPolicyUnderHeading : i < noPolicy || Weight(page.Facts[i]) < 2)
            {
                continue;
            }

            var found = Extent(page, hasHeading ? i + 1 : i, hasHeading);
            if (Decide(page, i, found, hasHeading))
            {
                i = Math.Max(i, found.Last);
            }
            else
            {
                noPolicy = found.Last;
                noPolicyUnderHeading = hasHeading ? found.Last : noPolicyUnderHeading;
            }
        }
    }

    /// <summary>
    /// How strongly a block reads like a policy: 0 not at all, 1 names something that a policy names, 2 says what a
    /// policy says, 3 or more does so twice over.
    /// </summary>
    private int Weight(in BlockFacts facts)
    {
        var any = facts.Hits.Any;
        var kinds = any.CountOf(_all);
        if (kinds == 0)
        {
            return 0;
        }

        var rules = any.Has(_authority) || any.Has(_sanction);
        var weight = kinds switch
        {
            1 => 1,
            2 => rules && (any.Has(_object) || any.Has(_offence)) ? 2 : 1,
            _ => kinds - (rules ? 0 : 1),
        };
        return any.Has(_report) ? Math.Max(0, weight - 2) : weight;
    }

    private bool IsHeading(in BlockFacts facts) =>
        facts.Words <= MaxHeadingWords && facts.Hits.Any.Has(_heading) && !facts.Hits.Any.Has(_report);

    private Found Extent(ChromePage page, int start, bool fromHeading)
    {
        var found = new Found(start - (fromHeading ? 1 : 0), start - 1, 0, 0, default);
        var gap = 0;
        for (var i = start; i < page.Count && gap <= MaxGap; i++)
        {
            var weight = !page.IsOpen(i) ? 0 : Weight(page.Facts[i]);
            if (weight == 0)
            {
                gap++;
                continue;
            }

            gap = 0;
            found = found with { Last = i, Strong = found.Strong + (weight >= 2 ? 1 : 0), Weak = found.Weak + 1, Groups = found.Groups | (page.Facts[i].Hits.Any & _all) };
        }

        return found;
    }

    private bool Decide(ChromePage page, int start, Found found, bool hasHeading)
    {
        if (!IsPolicy(page, found, hasHeading))
        {
            return false;
        }

        var confidence = Math.Min(0.98, 0.7 + (0.05 * found.Strong) + (hasHeading ? 0.1 : 0));
        var evidence = "policy-blocks:" + found.Weak.ToString(CultureInfo.InvariantCulture);
        for (var i = start; i <= found.Last; i++)
        {
            page.Decide(i, Kind.CommentPolicy, Id, confidence, page.Phrase(i, _all), evidence);
        }

        return true;
    }

    private bool IsPolicy(ChromePage page, Found found, bool hasHeading)
    {
        var kinds = found.Groups.CountOf(_all);
        var isSelfEvident = hasHeading
            ? found.Strong >= 1 && kinds >= 2
            : (found.Strong >= 2 && kinds >= 4) || (found.Strong == 1 && kinds >= 4 && found.Last == found.First);
        if (!isSelfEvident)
        {
            return false;
        }

        // A report that quotes a policy goes on after it.
        return !(page.Body.IsInside(found.First) && page.Body.IsInside(found.Last));
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Found(int First, int Last, int Strong, int Weak, GroupSet Groups);
}
