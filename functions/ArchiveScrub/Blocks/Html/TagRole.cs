namespace ArchiveScrub.Blocks.Html;

/// <summary>What an element does to the form of the blocks in it.</summary>
internal enum TagRole
{
    /// <summary>Nothing: the form around it holds.</summary>
    None,

    /// <summary>A new context: a section, a list, a table cell.</summary>
    Context,

    /// <summary><c>h1</c> to <c>h6</c>, <c>summary</c>, <c>legend</c>.</summary>
    Heading,

    /// <summary><c>p</c>.</summary>
    Paragraph,

    /// <summary>A list: its items are one level deeper.</summary>
    List,

    /// <summary><c>li</c>, <c>dt</c>, <c>dd</c>.</summary>
    Item,

    /// <summary><c>tr</c>.</summary>
    Row,

    /// <summary><c>td</c>, <c>th</c>.</summary>
    Cell,

    /// <summary><c>blockquote</c>.</summary>
    Quote,

    /// <summary><c>figure</c>, <c>figcaption</c>, <c>caption</c>.</summary>
    Caption,

    /// <summary><c>pre</c> and its obsolete kin: white space counts.</summary>
    Preformatted,

    /// <summary><c>br</c>.</summary>
    LineBreak,

    /// <summary><c>a</c>.</summary>
    Link,

    /// <summary><c>b</c>, <c>strong</c>.</summary>
    Bold,

    /// <summary><c>time</c>.</summary>
    Time,

    /// <summary><c>rt</c>: the reading of the ruby text before it.</summary>
    RubyText,
}
