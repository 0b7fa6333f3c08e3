namespace ArchiveScrub.Chrome;

/// <summary>What the elements around a block say of it, by tag, role and the tokens of class and id.</summary>
[Flags]
internal enum Surroundings
{
    None = 0,
    Navigation = 1 << 0,
    Footer = 1 << 1,
    Header = 1 << 2,
    Aside = 1 << 3,
    Form = 1 << 4,
    Comments = 1 << 5,
    Share = 1 << 6,
    Related = 1 << 7,
    Consent = 1 << 8,
    Account = 1 << 9,
    Advert = 1 << 10,
    Promo = 1 << 11,
    Search = 1 << 12,
    Caption = 1 << 13,
    Breadcrumb = 1 << 14,
    Tags = 1 << 15,
    Media = 1 << 16,
    Donation = 1 << 17,
    Dialog = 1 << 18,
    Author = 1 << 19,
    ScreenReader = 1 << 20,
    Article = 1 << 21,
    Main = 1 << 22,
    Content = 1 << 23,
    Heading = 1 << 24,
    Pagination = 1 << 25,
    Contents = 1 << 26,
    Date = 1 << 27,
    Legal = 1 << 28,
    Profile = 1 << 29,
}
