namespace ArchiveScrub.Chrome.Rules;

/// <summary>Further copies of the headline; the first copy is the headline itself.</summary>
internal sealed class DuplicateTitleRule : ChromeRule
{
    public override RuleDescription Description { get; } = new(
        "duplicate.title",
        [Kind.Duplicate],
        [],
        "A second copy of the headline, whatever its case and punctuation.");

    public override void Apply(ChromePage page)
    {
        if (page.Title < 0)
        {
            return;
        }

        var fingerprint = page.Facts[page.Title].Fingerprint;
        for (var i = 0; i < page.Count; i++)
        {
            if (i != page.Title && page.Facts[i].Fingerprint == fingerprint)
            {
                page.Decide(i, Kind.Duplicate, Id, 0.95, "copy-of:title");
            }
        }
    }
}
