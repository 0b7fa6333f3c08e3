namespace ArchiveScrub.Blocks.Lines;

/// <summary>What the characters of a line alone say of it.</summary>
internal enum LineShape
{
    /// <summary>Text.</summary>
    Plain,

    /// <summary>No letter and no digit: a rule, a lone bullet, stars.</summary>
    Wordless,

    /// <summary>Cells separated by tabs.</summary>
    Tabbed,

    /// <summary>A gap of three or more blanks inside: a row of a table, if its neighbours have gaps at the same place.</summary>
    Gapped,

    /// <summary>A row of a table drawn with blanks.</summary>
    Aligned,
}
