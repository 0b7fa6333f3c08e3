namespace ArchiveScrub.Timestamps;

/// <summary>The kinds of token.</summary>
internal enum TokenKind : byte
{
    /// <summary>A run of decimal digits of any script.</summary>
    Number,

    /// <summary>A word, or a phrase that the lexicon knows.</summary>
    Word,

    /// <summary>Any other character that is not white space.</summary>
    Symbol,
}
