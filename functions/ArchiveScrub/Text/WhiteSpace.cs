namespace ArchiveScrub.Text;

/// <summary>How white space in appended text is treated.</summary>
internal enum WhiteSpace
{
    /// <summary>Runs of white space become one space; leading and trailing ones go.</summary>
    Collapse,

    /// <summary>Blanks and line breaks are kept, as in <c>pre</c>; trailing blanks of a line go.</summary>
    Preserve,
}
