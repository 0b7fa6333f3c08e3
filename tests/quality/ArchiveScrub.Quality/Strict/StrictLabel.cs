using System.Runtime.InteropServices;

namespace ArchiveScrub.Quality.Strict;

/// <summary>What strict gold says of a line of a text capture.</summary>
/// <param name="Kind">Its kind; null where it is not scored: a line that mixes kinds, one that cannot be told, one without text.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StrictLabel(Kind? Kind)
{
    /// <summary>Whether the line belongs into the clean text.</summary>
    public bool IsKept => Kind is { } kind && kind.IsKept();

    /// <summary>Whether the line has to go.</summary>
    public bool IsRemoved => Kind is { } kind && !kind.IsKept();
}
