namespace ArchiveScrub.Blocks.Lines;

/// <summary>How far a list marker speaks for itself.</summary>
internal enum MarkerKind
{
    /// <summary>No marker.</summary>
    None,

    /// <summary>A glyph that is nothing but a bullet: one line is enough.</summary>
    Bullet,

    /// <summary>A glyph that is also something else (a dash, a star, <c>o</c>): only a list shows that it is a bullet.</summary>
    WeakBullet,

    /// <summary>A number or letter: <c>1.</c>, <c>a)</c>. It is a list where the next one follows.</summary>
    Ordinal,
}
