using System.Runtime.InteropServices;

namespace ArchiveScrub.Chrome.Lexicons;

/// <summary>How a text is made of phrases of some groups, and numbers, and nothing else.</summary>
/// <param name="Numbers">Tokens that begin with a digit.</param>
/// <param name="Matches">Phrases, each as long as can be.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Coverage(int Numbers, int Matches)
{
    /// <summary>Whether there is a phrase at all.</summary>
    public bool IsWhole => Matches > 0;
}
