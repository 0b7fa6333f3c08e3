using System.Runtime.InteropServices;

namespace ArchiveScrub.Chrome.Lexicons;

/// <summary>How a text is covered by phrases of some groups.</summary>
/// <param name="Numbers">Tokens that begin with a digit; they count as neither covered nor uncovered.</param>
/// <param name="Matches">Phrases, each as long as can be.</param>
/// <param name="Uncovered">Other tokens.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Coverage(int Numbers, int Matches, int Uncovered)
{
    /// <summary>Whether the text is made of such phrases, and numbers, and nothing else.</summary>
    public bool IsWhole => Matches > 0 && Uncovered == 0;
}
