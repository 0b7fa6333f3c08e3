using System.Security.Cryptography;
using System.Text;
using ArchiveScrub.Chrome.Lexicons;
using ArchiveScrub.Chrome.Model;
using ArchiveScrub.Chrome.Rules;

namespace ArchiveScrub.Chrome;

/// <summary>All rules, in the order in which they are asked: those that are certain first.</summary>
internal sealed class RuleSet
{
    public RuleSet(Lexicon lexicon)
    {
        Lexicon = lexicon;
        Policy = new CommentPolicyRule(lexicon);
        Consent = new ConsentRule(lexicon);
        Prompts = MakePrompts(lexicon);
        Certain =
        [
            new IconLabelRule(lexicon),
            new HiddenRule(),
            .. MakeStructure(),
        ];
        Contextual =
        [
            new DuplicateTitleRule(),
            new TimestampRule(),
            new BylineRule(),
            new AuthorNoteRule(lexicon),
            new CreditLineRule(),
            Policy,
            Consent,
            .. Prompts,
            new BreadcrumbRule(lexicon),
            new ContentsRule(),
            new PaginationRule(lexicon),
            new LanguageSwitcherRule(lexicon),
            new CounterUnitRule(lexicon),
            new CommentSectionRule(lexicon),
            new RelatedSectionRule(lexicon),
            new InlineTeaserRule(lexicon),
            new LinkLineRule(),
            new RelatedEchoRule(),
            .. MakeLabels(lexicon),
            new CaptionRule(lexicon),
            new CaptionCreditRule(lexicon),
            new DonationMeterRule(lexicon),
            new CounterRule(),
        ];
        Closing = [new DuplicateCopyRule()];
        Descriptions =
        [
            .. Certain.Concat(Contextual).Concat(Closing).Select(static r => r.Description).Append(ContentDecision.Outside).Append(ContentDecision.ShortRun).Append(ContentDecision.Kept).Append(ModelDecision.Removed).Append(ModelDecision.Kept).Append(RepeatedBlockRule.Description),
        ];
        Digest = ComputeDigest(lexicon, Descriptions);
    }

    /// <summary>The words and phrases of the rules.</summary>
    public Lexicon Lexicon { get; }

    /// <summary>Rules that need no idea of where the body is.</summary>
    public IReadOnlyList<ChromeRule> Certain { get; }

    /// <summary>Rules that do.</summary>
    public IReadOnlyList<ChromeRule> Contextual { get; }

    /// <summary>Rules that look at what is kept, after everything else.</summary>
    public IReadOnlyList<ChromeRule> Closing { get; }

    /// <summary>All rules, described.</summary>
    public IReadOnlyList<RuleDescription> Descriptions { get; }

    /// <summary><c>sha256:</c> and the digest of the rules and their words.</summary>
    public string Digest { get; }

    private CommentPolicyRule Policy { get; }

    private ConsentRule Consent { get; }

    private PromptRule[] Prompts { get; }

    /// <summary>Whether a block reads like chrome by its words, so that it should not count as body.</summary>
    public bool IsSuspect(in BlockFacts facts)
    {
        if (Policy.IsSuspect(facts) || Consent.IsSuspect(facts))
        {
            return true;
        }

        foreach (var prompt in Prompts)
        {
            if (prompt.IsSuspect(facts))
            {
                return true;
            }
        }

        return false;
    }

    private static string ComputeDigest(Lexicon lexicon, IReadOnlyList<RuleDescription> descriptions)
    {
        var text = new StringBuilder(lexicon.Digest);
        foreach (var description in descriptions)
        {
            text.Append('\n').Append(description.Id).Append('\t').Append(description.Description);
        }

        return "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static IEnumerable<ChromeRule> MakeStructure()
    {
        const Surroundings body = Surroundings.Article | Surroundings.Main | Surroundings.Content;
        yield return new StructureRule("html.consent", Surroundings.Consent, Kind.Consent, "Elements named for cookies or consent.");
        yield return new StructureRule("html.account", Surroundings.Account, Kind.Account, "Elements named for logging in or registering.", shortOnly: true);
        yield return new StructureRule("html.share", Surroundings.Share, Kind.Share, "Elements named for sharing or social networks.");
        yield return new StructureRule("html.comment", Surroundings.Comments, Kind.Comment, "Elements named for comments, on a page that is not all comments.");
        yield return new StructureRule("html.advert", Surroundings.Advert, Kind.Advert, "Elements named for adverts.");
        yield return new StructureRule("html.related", Surroundings.Related, Kind.Related, "Elements named for related or popular pages.");
        yield return new StructureRule("html.promo", Surroundings.Promo, Kind.Promo, "Elements named for newsletters, subscriptions or promotion.");
        yield return new StructureRule("html.donation", Surroundings.Donation, Kind.Donation, "Elements named for donations.", shortOnly: true);
        yield return new StructureRule("html.breadcrumb", Surroundings.Breadcrumb | Surroundings.Pagination | Surroundings.Contents, Kind.Navigation, "Breadcrumbs, page numbers, tables of contents.", shortOnly: true);
        yield return new StructureRule("html.search", Surroundings.Search, Kind.Search, "Search boxes.", shortOnly: true);
        yield return new StructureRule("html.tags", Surroundings.Tags, Kind.Related, "Lists of tags.", shortOnly: true);
        yield return new StructureRule("html.media", Surroundings.Media, Kind.MediaControl, "Players and galleries.", shortOnly: true);
        yield return new StructureRule("html.dialog", Surroundings.Dialog, Kind.OtherChrome, "Dialogs and overlays.");
        yield return new StructureRule("html.screen-reader", Surroundings.ScreenReader, Kind.Navigation, "Text for screen readers only.", shortOnly: true);
        yield return new StructureRule("html.navigation", Surroundings.Navigation, Kind.Navigation, "Menus.");
        yield return new StructureRule("html.author-box", Surroundings.Profile, Kind.OtherChrome, "Boxes about the author.");
        yield return new StructureRule("html.footer", Surroundings.Footer, Kind.Legal, "Footers.");
        yield return new StructureRule("html.aside", Surroundings.Aside, Kind.Related, "Sidebars.");
        yield return new StructureRule("html.header", Surroundings.Header, Kind.Navigation, "The header of the site, outside its content.", unless: body, shortOnly: true);
    }

    private static IEnumerable<ChromeRule> MakeLabels(Lexicon lexicon)
    {
        yield return new LabelRule(lexicon, "account.label", "account", Kind.Account, mayBeHeading: false, "Labels of log-in, registration, password and captcha dialogs.");
        yield return new LabelRule(lexicon, "consent.label", "consent", Kind.Consent, mayBeHeading: false, "Buttons of consent dialogs.");
        yield return new LabelRule(lexicon, "share.label", "share", Kind.Share, mayBeHeading: false, "Labels of share bars, follow-us lines and short-URL widgets.");
        yield return new LabelRule(lexicon, "comment.label", "comment", Kind.Comment, mayBeHeading: false, "Labels of comment sections and forms.");
        yield return new LabelRule(lexicon, "comment-policy.label", "policy", Kind.CommentPolicy, mayBeHeading: false, "Links to rules for commenting.");
        yield return new LabelRule(lexicon, "related.label", "related", Kind.Related, mayBeHeading: false, "Heads of lists of other pages.");
        yield return new LabelRule(lexicon, "related.more", "more", Kind.Related, mayBeHeading: false, "Buttons such as 'Read more' under a teaser.");
        yield return new LabelRule(lexicon, "related.tags", "tags", Kind.Related, mayBeHeading: true, "Heads of lists of tags.");
        yield return new LabelRule(lexicon, "promo.label", "promo", Kind.Promo, mayBeHeading: false, "Buttons of newsletters, apps and subscriptions.");
        yield return new LabelRule(lexicon, "donation.label", "donation", Kind.Donation, mayBeHeading: true, "Buttons that ask for money.");
        yield return new LabelRule(lexicon, "advert.label", "advert", Kind.Advert, mayBeHeading: false, "Labels of adverts.");
        yield return new LabelRule(lexicon, "media.label", "media", Kind.MediaControl, mayBeHeading: true, "Labels of players and galleries.");
        yield return new LabelRule(lexicon, "search.label", "search", Kind.Search, mayBeHeading: true, "Labels of search boxes and filters.");
        yield return new LabelRule(lexicon, "legal.label", "legal", Kind.Legal, mayBeHeading: true, "Links to terms, privacy policies and imprints.");
        yield return new LabelRule(lexicon, "icon.label", "icon", Kind.IconLabel, mayBeHeading: false, "Names of icons.");
        yield return new LabelRule(lexicon, "poll.label", "poll", Kind.Counter, mayBeHeading: true, "Labels of polls.");
        yield return new LabelRule(lexicon, "state.label", "empty", Kind.OtherChrome, mayBeHeading: false, "What a page says while it loads, or where a list is empty.");
        yield return new LabelRule(lexicon, "navigation.label", "navigation", Kind.Navigation, mayBeHeading: true, "Items of menus, pagination and accessibility links.");
    }

    private static PromptRule[] MakePrompts(Lexicon lexicon) =>
    [
        new(lexicon, "promo.prompt", Kind.Promo, new PromptShape { Opening = ["start.promo"], Naming = ["promo.object"], MaxWords = 70, InsideBody = true }, "A call to subscribe, sign up, download or follow that names a newsletter, an app, alerts or a channel."),
        new(lexicon, "promo.sentence", Kind.Promo, new PromptShape { Naming = ["promo.sentence"], MaxWords = 45, InsideBody = true }, "A sentence that offers a newsletter or a subscription to its reader: 'straight to your inbox', 'exclusive to subscribers'."),
        new(lexicon, "promo.push", Kind.Promo, new PromptShape { Naming = ["push.sentence"], MaxWords = 30 }, "A prompt for push notifications."),
        new(lexicon, "donation.prompt", Kind.Donation, new PromptShape { Opening = ["start.donation", "donation.ask"], Naming = ["donation.ask"], MaxWords = 90, InsideBody = true }, "A request for money or membership."),
        new(lexicon, "donation.sentence", Kind.Donation, new PromptShape { Naming = ["donation.sentence"], MaxWords = 90, InsideBody = true }, "A sentence that says that readers pay for the page, or thanks them."),
        new(lexicon, "share.prompt", Kind.Share, new PromptShape { Opening = ["start.share"], Naming = ["share.network"], MaxWords = 30, OpensBlock = true, InsideBody = true }, "A line that asks to follow or share on a named network."),
        new(lexicon, "comment.form", Kind.Comment, new PromptShape { Naming = ["comment.form"], MaxWords = 60 }, "Sentences of comment forms and comment sections."),
        new(lexicon, "account.prompt", Kind.Account, new PromptShape { Naming = ["account.sentence"], MaxWords = 60 }, "Sentences of log-in and registration dialogs."),
        new(lexicon, "account.choice", Kind.Account, new PromptShape { Opening = ["start.account"], Naming = ["account.object"], MaxWords = 8, OpensBlock = true }, "A choice of a log-in dialog: 'I have an account'."),
        new(lexicon, "legal.notice", Kind.Legal, new PromptShape { Naming = ["legal.sentence"], MaxWords = 120 }, "Notices of rights, disclaimers and registrations of the site."),
        new(lexicon, "legal.copyright", Kind.Legal, new PromptShape { Opening = ["start.legal"], MaxWords = 40, OpensBlock = true }, "Lines that open as a copyright notice does."),
        new(lexicon, "legal.colophon", Kind.Legal, new PromptShape { Opening = ["start.colophon"], MaxWords = 8, OpensBlock = true }, "Who made or runs the site: 'Powered by …'."),
        new(lexicon, "legal.contact", Kind.Legal, new PromptShape { Naming = ["contact.sentence", "contact.inside"], MaxWords = 45, Inside = ["contact.inside"] }, "How to reach the newsroom or the writer, or to report an error."),
        new(lexicon, "legal.republished", Kind.Legal, new PromptShape { Opening = ["start.republished", "start.this-article"], MaxWords = 40, OpensBlock = true, Inside = ["start.this-article"] }, "Where the piece was published first, who had it made, when it was changed."),
        new(lexicon, "legal.disclosure", Kind.Legal, new PromptShape { Naming = ["legal.disclosure"], MaxWords = 130, InsideBody = true }, "What the page says of its own interests and limits: affiliate links, no financial advice, views of the author only."),
        new(lexicon, "advert.shop", Kind.Advert, new PromptShape { Opening = ["start.buy"], Naming = ["shop.name"], MaxWords = 8, OpensBlock = true, InsideBody = true }, "A button that leads to a shop: 'Buy on …'."),
        new(lexicon, "media.embed", Kind.OtherChrome, new PromptShape { Naming = ["embed.sentence"], MaxWords = 14, InsideBody = true }, "What an embedded post of a network says of itself."),
        new(lexicon, "media.fallback", Kind.MediaControl, new PromptShape { Naming = ["media.sentence"], MaxWords = 40 }, "What a page says where a script or a player is missing."),
    ];
}
