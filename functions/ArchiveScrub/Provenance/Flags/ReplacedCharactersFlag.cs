namespace ArchiveScrub.Provenance.Flags;

/// <summary>The payload has bytes that are no characters of its charset.</summary>
internal sealed class ReplacedCharactersFlag : ReviewFlag
{
    public override string Name => "replaced-characters";

    public override bool IsRaised(ReviewedPage page) => page.Segmented.Source.Charset.Replacements > 0;
}
