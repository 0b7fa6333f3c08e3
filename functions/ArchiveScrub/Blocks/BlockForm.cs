namespace ArchiveScrub.Blocks;

/// <summary>What a block is by its markup or its look, before anything is decided of it.</summary>
internal enum BlockForm
{
    /// <summary>A run of text without a more telling form: a bare line, a <c>div</c>, a <c>button</c>.</summary>
    Line,

    /// <summary>A paragraph: <c>p</c>, or wrapped lines of a text capture.</summary>
    Paragraph,

    /// <summary>A heading: <c>h1</c> to <c>h6</c>, <c>summary</c>, <c>legend</c>.</summary>
    Heading,

    /// <summary>An item of a list, or a term or description of a description list.</summary>
    ListItem,

    /// <summary>A row of a table, its cells separated by tabs.</summary>
    TableRow,

    /// <summary>Text inside <c>blockquote</c>.</summary>
    Quote,

    /// <summary>Preformatted text: line breaks and blanks are kept.</summary>
    Code,

    /// <summary>A caption of a figure or table.</summary>
    Caption,
}
