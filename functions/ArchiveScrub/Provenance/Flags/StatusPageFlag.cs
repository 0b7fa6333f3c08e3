namespace ArchiveScrub.Provenance.Flags;

/// <summary>
/// A page that came in place of the one asked for, though the server may have called it a success: not found, an error,
/// a check whether a person is there. It says so in its title or a heading, or in a sentence, and has hardly a body: an
/// article about such pages has one.
/// </summary>
/// <param name="name">The flag.</param>
/// <param name="phrases">What such pages say.</param>
/// <param name="group">The group <c>GROUP.title</c> names the page, <c>GROUP.sentence</c> explains it.</param>
/// <param name="numbers">HTTP status numbers that name it, too.</param>
/// <param name="takesStatus">Whether it is raised, too, where the record's own HTTP status is an error (RFC 9110 sections 15.5 and 15.6), whatever the page says.</param>
internal sealed class StatusPageFlag(string name, FlagPhrases phrases, string group, int[] numbers, bool takesStatus = false) : ReviewFlag
{
    /// <summary>With a title that says so, a page may keep this many words: tips, links to elsewhere.</summary>
    private const int TitledWords = 150;

    /// <summary>With a sentence only, a page has no more words than this in all, menus counted.</summary>
    private const int UntitledWords = 120;

    private readonly string _title = group + ".title";
    private readonly string _sentence = group + ".sentence";

    public override string Name => name;

    public override bool IsRaised(ReviewedPage page) =>
        (takesStatus && page.Page.Record?.HttpStatus is >= 400 and < 600)
        || (page.BodyWords < TitledWords && page.Titles.Any(title => phrases.Names(title, _title, numbers)))
        || (page.AllWords < UntitledWords && page.Blocks.Any(block => phrases.Holds(block.Text, _sentence)));
}
