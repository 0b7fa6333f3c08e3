namespace ArchiveScrub;

/// <summary>What a block is. The first group is kept, the second removed; names on disk are kebab-case (see <see cref="Kinds"/>).</summary>
public enum Kind
{
    /// <summary>The page's headline.</summary>
    Title,

    /// <summary>The line under the headline that sums the page up.</summary>
    Subtitle,

    /// <summary>A heading inside the body.</summary>
    Heading,

    /// <summary>A paragraph of the body.</summary>
    Paragraph,

    /// <summary>An item of a list of the body.</summary>
    ListItem,

    /// <summary>A table row of the body, its cells separated by tabs.</summary>
    TableRow,

    /// <summary>A quotation set apart.</summary>
    Quote,

    /// <summary>Preformatted text.</summary>
    Code,

    /// <summary>Who wrote it.</summary>
    Byline,

    /// <summary>Place, date and agency before the report; moved to the dateline line.</summary>
    Dateline,

    /// <summary>Who contributed: <c>With reporting by …</c>.</summary>
    Credit,

    /// <summary>Menus, breadcrumbs, lists of sections, pagination, accessibility links.</summary>
    Navigation,

    /// <summary>Names of icons that an icon font would have drawn.</summary>
    IconLabel,

    /// <summary>Log-in, registration, password and captcha dialogs.</summary>
    Account,

    /// <summary>Cookie and privacy notices that ask for consent.</summary>
    Consent,

    /// <summary>Share bars, short-URL widgets, follow-us lines.</summary>
    Share,

    /// <summary>Numbers of views, shares, comments, votes; poll scales.</summary>
    Counter,

    /// <summary>Teasers of other pages: related, recommended, most read, tags.</summary>
    Related,

    /// <summary>Newsletter, app, subscription and push-notification prompts.</summary>
    Promo,

    /// <summary>Requests for money and donation meters.</summary>
    Donation,

    /// <summary>Adverts and their labels.</summary>
    Advert,

    /// <summary>Rules for commenting and community standards.</summary>
    CommentPolicy,

    /// <summary>Readers' comments and the form for them, on a page that is not a forum.</summary>
    Comment,

    /// <summary>Captions and credits of pictures and other media.</summary>
    Caption,

    /// <summary>Search boxes and their hints.</summary>
    Search,

    /// <summary>Copyright lines, terms, imprints, contact lines of the site.</summary>
    Legal,

    /// <summary>A second copy of a block that is kept.</summary>
    Duplicate,

    /// <summary>Dates and times of publication or update, as a line of their own.</summary>
    Timestamp,

    /// <summary>Labels of players and galleries.</summary>
    MediaControl,

    /// <summary>Chrome of no kind above.</summary>
    OtherChrome,
}
