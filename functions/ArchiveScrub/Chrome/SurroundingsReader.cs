using System.Collections.Frozen;
using ArchiveScrub.Blocks;
using ArchiveScrub.Chrome.Lexicons;

namespace ArchiveScrub.Chrome;

/// <summary>
/// Reads <see cref="Surroundings"/> off the elements of a page. Class and id are cut into whole tokens (at non-letters
/// and at joints of small and capital letters), so that <c>footnote</c> is not <c>foot</c>. What an element that holds
/// most of the page's prose is called counts for nothing: <c>body class="has-sidebar comments-open"</c> says little.
/// </summary>
internal sealed class SurroundingsReader
{
    private const double LargeShare = 0.5;

    /// <summary>What marks content or a kind of block inside it; true of a large element, too.</summary>
    private const Surroundings Harmless = Surroundings.Article | Surroundings.Main | Surroundings.Content | Surroundings.Header | Surroundings.Heading | Surroundings.Form;

    private static readonly FrozenDictionary<string, Surroundings> ByTag = new Dictionary<string, Surroundings>(StringComparer.Ordinal)
    {
        ["nav"] = Surroundings.Navigation,
        ["menu"] = Surroundings.Navigation,
        ["footer"] = Surroundings.Footer,
        ["header"] = Surroundings.Header,
        ["aside"] = Surroundings.Aside,
        ["form"] = Surroundings.Form,
        ["figcaption"] = Surroundings.Caption,
        ["figure"] = Surroundings.Caption,
        ["article"] = Surroundings.Article,
        ["main"] = Surroundings.Main,
        ["dialog"] = Surroundings.Dialog,
        ["search"] = Surroundings.Search,
        ["time"] = Surroundings.Date,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Surroundings> ByRole = new Dictionary<string, Surroundings>(StringComparer.Ordinal)
    {
        ["navigation"] = Surroundings.Navigation,
        ["menu"] = Surroundings.Navigation,
        ["menubar"] = Surroundings.Navigation,
        ["tablist"] = Surroundings.Navigation,
        ["contentinfo"] = Surroundings.Footer,
        ["banner"] = Surroundings.Header,
        ["complementary"] = Surroundings.Aside,
        ["dialog"] = Surroundings.Dialog,
        ["alertdialog"] = Surroundings.Dialog,
        ["search"] = Surroundings.Search,
        ["main"] = Surroundings.Main,
        ["article"] = Surroundings.Article,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Meanings by the hash of a token.</summary>
    private static readonly HashIndex ByToken = Tokens();

    /// <summary>The surroundings of every element of the page, by its index; those of its ancestors are included.</summary>
    public static Surroundings[] Read(SegmentedPage page)
    {
        var all = new Surroundings[page.Elements.Count];
        if (all.Length == 0)
        {
            return all;
        }

        var prose = ProseBefore(page.Blocks);
        var total = Math.Max(1, prose[^1]);
        foreach (var element in page.Elements)
        {
            var own = OfElement(element);
            var share = (double)(prose[element.BlockEnd] - prose[element.BlockStart]) / total;
            if (share > LargeShare)
            {
                own &= Harmless;
            }

            all[element.Index] = own | (element.Parent is { } parent ? all[parent.Index] : Surroundings.None);
        }

        return all;
    }

    private static int[] ProseBefore(IReadOnlyList<Block> blocks)
    {
        var sums = new int[blocks.Count + 1];
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            var isProse = block.WordCount >= 12 && block.LinkLength * 2 < block.Text.Length;
            sums[i + 1] = sums[i] + (isProse ? block.WordCount : 0);
        }

        return sums;
    }

    /// <summary>What an element says by itself.</summary>
    public static Surroundings OfElement(Element element)
    {
        if (element.Tag is "html" or "body")
        {
            return Surroundings.None;
        }

        var own = ByTag.GetValueOrDefault(element.Tag) | ByRole.GetValueOrDefault(element.Role);
        own |= OfTokens(element.Class) | OfTokens(element.Id);
        return element.ItemProp switch
        {
            "articleBody" or "reviewBody" or "text" or "description" => own | Surroundings.Content,
            "author" => own | Surroundings.Author,
            "comment" => own | Surroundings.Comments,
            "caption" => own | Surroundings.Caption,
            _ => own,
        };
    }

    private static Surroundings OfTokens(ReadOnlySpan<char> names)
    {
        var found = Surroundings.None;
        var hash = Tokenizer.EmptyHash;
        var previous = '\0';
        foreach (var c in names)
        {
            var isLetter = char.IsAsciiLetter(c);
            if (hash != Tokenizer.EmptyHash && (!isLetter || (char.IsAsciiLetterUpper(c) && char.IsAsciiLetterLower(previous))))
            {
                found |= (Surroundings)ByToken[hash];
                hash = Tokenizer.EmptyHash;
            }

            hash = isLetter ? Tokenizer.Add(hash, c) : hash;
            previous = c;
        }

        return found | (Surroundings)ByToken[hash];
    }

    private static HashIndex Tokens()
    {
        var tokens = new HashIndex(512);
        Add(Surroundings.Navigation, "nav navbar navigation menu menus submenu megamenu topbar navigations subnav topnav sidenav mainmenu navmenu offcanvas hamburger toolbar sitemap");
        Add(Surroundings.Footer, "footer foot colophon sitefooter pagefooter footers");
        Add(Surroundings.Header, "masthead siteheader pageheader topheader");
        Add(Surroundings.Aside, "sidebar sidebars aside rail widget widgets sidecol rightrail leftrail secondary sidecolumn");
        Add(Surroundings.Comments, "comments comment commentlist commentform commentary disqus respond livefyre commento utterances replyform commentbox commentsection");
        Add(Surroundings.Share, "share sharing shares sharebar sharethis addthis addtoany social socials socialmedia sharedaddy sharebuttons socialshare jetpack");
        Add(Surroundings.Related, "related recommended recommendations recommend recirculation recirc trending popular mostread mostpopular morefrom readmore readnext upnext outbrain taboola similar suggested suggestions upsell crosssell jp relatedposts youmightlike alsolike promobox");
        Add(Surroundings.Consent, "cookie cookies cookiebanner cookiebar cookieconsent cookienotice consent gdpr ccpa onetrust cookiebot didomi cmplz cmp privacybanner cookielaw usercentrics");
        Add(Surroundings.Account, "login signin signup register registration loginform userbar account authmodal logout");
        Add(Surroundings.Advert, "ad ads advert adverts advertisement advertising adsense adsbygoogle adslot adunit adbox adcontainer sponsor sponsored dfp gpt adwrapper leaderboard");
        Add(Surroundings.Promo, "newsletter newsletters subscribe subscription subscribeform signupform mailchimp mailinglist optin paywall promo promos promotion appbanner smartbanner emailsignup");
        Add(Surroundings.Search, "search searchform searchbox searchbar");
        Add(Surroundings.Caption, "caption captions figcaption wpcaption photocredit imagecredit imagecaption credit credits photocaption mediacaption");
        Add(Surroundings.Breadcrumb, "breadcrumb breadcrumbs crumbs crumb");
        Add(Surroundings.Tags, "tags taglist tagcloud tagged posttags keywords topics");
        Add(Surroundings.Media, "player videoplayer audioplayer jwplayer playlist slideshow lightbox");
        Add(Surroundings.Donation, "donate donation donations");
        Add(Surroundings.Dialog, "modal modals popup popups overlay dialog lightbox drawer toast snackbar tooltip interstitial");
        Add(Surroundings.Author, "byline author authors authorname writer reporter");
        Add(Surroundings.Profile, "authorbio authorbox authorinfo aboutauthor bio");
        Add(Surroundings.ScreenReader, "sr sronly visuallyhidden screenreader screenreadertext skiplink skip assistive");
        Add(Surroundings.Article, "article story hentry post blogpost newsarticle");
        Add(Surroundings.Content, "content articlebody entrycontent postcontent storybody articlecontent maincontent richtext prose markdown bodytext articletext");
        Add(Surroundings.Main, "main primary");
        Add(Surroundings.Heading, "title headline heading subtitle entrytitle posttitle");
        Add(Surroundings.Pagination, "pagination pager paging pagenav pagenavi wppagenavi");
        Add(Surroundings.Contents, "toc tableofcontents ontthispage onthispage");
        Add(Surroundings.Date, "date dateline datetime timestamp pubdate published publishdate postdate");
        Add(Surroundings.Legal, "copyright legal disclaimer colophon imprint");
        return tokens;

        void Add(Surroundings meaning, string names)
        {
            var reader = new Tokenizer(names, splitJoins: false);
            while (reader.Next(out var name))
            {
                tokens.Entry(name.Hash) |= (int)meaning;
            }
        }
    }
}
