using System.Runtime.InteropServices;

namespace ArchiveScrub.Chrome.Lexicons;

/// <summary>What the lexicon finds in a block.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LexiconHits
{
    /// <summary>Groups with a phrase anywhere.</summary>
    public GroupSet Any { get; init; }

    /// <summary>Groups with a phrase at the start of the block.</summary>
    public GroupSet AtStart { get; init; }

    /// <summary>Groups with a phrase at the start of the block or of a sentence in it.</summary>
    public GroupSet AtSentence { get; init; }

    /// <summary>How many tokens the block has; counted up to the limit of what is looked at.</summary>
    public int Tokens { get; init; }

    /// <summary>
    /// Short blocks only: how many of the tokens are covered by labels (phrases of <c>label.*</c> groups, each as long
    /// as can be), joints between glued labels taken for blanks.
    /// </summary>
    public int LabelTokens { get; init; }

    /// <summary>The label groups that cover them.</summary>
    public GroupSet Labels { get; init; }

    /// <summary>Number of the label group that covers most tokens; -1 where none does.</summary>
    public int MainLabel { get; init; }

    /// <summary>Whether the block is made of labels and nothing else.</summary>
    public bool IsAllLabels => Tokens > 0 && LabelTokens == Tokens;
}
