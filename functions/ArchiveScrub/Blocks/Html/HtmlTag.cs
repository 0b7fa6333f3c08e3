namespace ArchiveScrub.Blocks.Html;

/// <summary>A known element name.</summary>
/// <param name="Id">Small number that names it in the outline; unknown names get higher ones.</param>
/// <param name="Name">The name, lower case.</param>
/// <param name="Traits">How its content is read.</param>
/// <param name="Role">What it does to the form of blocks.</param>
/// <param name="Level">Heading level, else 0.</param>
internal sealed record HtmlTag(int Id, string Name, TagTraits Traits, TagRole Role = TagRole.None, int Level = 0);
