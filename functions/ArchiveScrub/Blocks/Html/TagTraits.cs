namespace ArchiveScrub.Blocks.Html;

/// <summary>What the segmenter has to know of an element by its name.</summary>
[Flags]
internal enum TagTraits
{
    /// <summary>A block-level element, as are all unknown ones.</summary>
    None = 0,

    /// <summary>Phrasing content: its text runs on in the block around it.</summary>
    Inline = 1,

    /// <summary>Nothing in it is visible text.</summary>
    Skipped = 2,

    /// <summary>It shows something that is no text and stands between words: an image, a field, a player.</summary>
    Replaced = 4,

    /// <summary>It has no content and no end tag.</summary>
    Void = 8,

    /// <summary>Its content is text up to its end tag, whatever it looks like.</summary>
    RawText = 16,

    /// <summary>Metadata that may stand in the head.</summary>
    Metadata = 32,

    /// <summary>The label of a control.</summary>
    Control = 64,

    /// <summary>A box of the standard's parser: end tags of inline elements do not reach across it.</summary>
    Special = 128,

    /// <summary>Inline markup that the standard lets overlap with boxes.</summary>
    Formatting = 256,

    /// <summary>What happens inside stays inside: end tags do not reach out.</summary>
    ScopeEnd = 512,

    /// <summary>A part of a table, or a table.</summary>
    TablePart = 1024,

    /// <summary>End tags of parts of a table do not reach across it.</summary>
    Table = 2048,
}
