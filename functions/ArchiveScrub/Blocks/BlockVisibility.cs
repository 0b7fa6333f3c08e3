namespace ArchiveScrub.Blocks;

/// <summary>Whether a browser would show a block at once.</summary>
internal enum BlockVisibility
{
    /// <summary>Shown.</summary>
    Shown,

    /// <summary>Under <c>hidden</c>, <c>aria-hidden="true"</c>, <c>display:none</c> or <c>visibility:hidden</c>: a script may show it.</summary>
    Hidden,

    /// <summary>Inside <c>noscript</c>.</summary>
    Noscript,

    /// <summary>Inside <c>template</c> (other than a declarative shadow root, which is shown).</summary>
    Template,

    /// <summary>In the state that the page brings along for its scripts, which show it; the page itself is a shell.</summary>
    Preloaded,
}
