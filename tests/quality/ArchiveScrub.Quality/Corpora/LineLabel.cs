namespace ArchiveScrub.Quality.Corpora;

/// <summary>What the corpus says of a line of a text capture.</summary>
internal enum LineLabel
{
    /// <summary>Not listed: white space only.</summary>
    None,

    /// <summary>Content.</summary>
    Keep,

    /// <summary>Chrome.</summary>
    Drop,

    /// <summary>Either answer is right; never scored.</summary>
    Unsure,
}
