namespace ArchiveScrub.Chrome.Rules;

/// <summary>What a <see cref="PromptRule"/> looks for.</summary>
internal sealed record PromptShape
{
    /// <summary>Lexicon groups, one of which must open the block or a sentence of it; empty for no such wish.</summary>
    public string[] Opening { get; init; } = [];

    /// <summary>Lexicon groups, one of which must occur; empty for no such wish.</summary>
    public string[] Naming { get; init; } = [];

    /// <summary>Longer blocks are something else.</summary>
    public required int MaxWords { get; init; }

    /// <summary>Whether the opening must open the whole block, not just a sentence.</summary>
    public bool OpensBlock { get; init; }

    /// <summary>Whether the wording is certain enough to be removed between two paragraphs of the body.</summary>
    public bool InsideBody { get; init; }

    /// <summary>Lexicon groups whose phrases are certain enough there even where <see cref="InsideBody"/> says no.</summary>
    public string[] Inside { get; init; } = [];
}
