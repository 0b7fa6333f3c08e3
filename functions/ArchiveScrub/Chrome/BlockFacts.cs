using System.Runtime.InteropServices;
using ArchiveScrub.Chrome.Lexicons;

namespace ArchiveScrub.Chrome;

/// <summary>What is known of a block before anything is decided: its shape, its words, its surroundings in the tree.</summary>
[StructLayout(LayoutKind.Auto)]
internal record struct BlockFacts
{
    /// <summary>What the lexicon finds in it.</summary>
    public LexiconHits Hits { get; init; }

    /// <summary>What the elements around it are called.</summary>
    public Surroundings Surroundings { get; init; }

    /// <summary>Words.</summary>
    public int Words { get; init; }

    /// <summary>Share of its text in links, 0 to 1.</summary>
    public double LinkShare { get; init; }

    /// <summary>Sentence ends inside it and at its end.</summary>
    public int Sentences { get; init; }

    /// <summary>Whether it ends as a sentence does; closing quotes and brackets do not count.</summary>
    public bool EndsSentence { get; init; }

    /// <summary>Commas of any script.</summary>
    public int Commas { get; init; }

    /// <summary>Digits.</summary>
    public int Digits { get; init; }

    /// <summary>Letters.</summary>
    public int Letters { get; init; }

    /// <summary>Words that start with a capital.</summary>
    public int CapitalisedWords { get; init; }

    /// <summary>Whether it holds a quotation mark.</summary>
    public bool HasQuote { get; init; }

    /// <summary>Hash of its tokens; equal for texts that differ in case, punctuation and white space only.</summary>
    public ulong Fingerprint { get; init; }

    /// <summary>
    /// Whether it reads as running text: long enough to be a sentence of prose, or shorter with the end of a sentence,
    /// and not mostly links.
    /// </summary>
    public readonly bool IsProse => LinkShare < 0.5 && (Words >= 20 || (Words >= 7 && EndsSentence) || (Words >= 12 && Commas > 0));

    /// <summary>Whether it is too short to be read as text on its own.</summary>
    public readonly bool IsShort => Words < 7 || (Words < 12 && !EndsSentence);
}
