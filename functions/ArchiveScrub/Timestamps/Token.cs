using System.Runtime.InteropServices;

namespace ArchiveScrub.Timestamps;

/// <summary>A piece of text as the grammars see it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Token(TokenKind Kind, int Start, int End)
{
    /// <summary>How many UTF-16 units it covers.</summary>
    public int Length => End - Start;

    /// <summary>Whether white space, or the beginning of the text, stands before it.</summary>
    public bool SpaceBefore { get; init; }

    /// <summary>The value of a number; -1 where it has more than nine digits.</summary>
    public int Value { get; init; }

    /// <summary>The character of a symbol.</summary>
    public char Symbol { get; init; }

    /// <summary>What the lexicon knows of a word.</summary>
    public LexiconEntry? Entry { get; init; }

    /// <summary>1 to 12, or 101 to 112; 0 where the token is no month.</summary>
    public int Month => Entry?.Month ?? 0;

    /// <summary>1 (Monday) to 7; 0 where the token is no weekday.</summary>
    public int Weekday => Entry?.Weekday ?? 0;

    /// <summary>The year before the first of the era that the token names; 0 where it names none.</summary>
    public int EraBase => Entry?.EraBase ?? 0;

    /// <summary>Whether it belongs to one of these classes.</summary>
    public bool Is(WordClass classes) => Entry is { } entry && (entry.Classes & classes) != WordClass.None;

    /// <summary>Whether it is this character.</summary>
    public bool IsSymbol(char symbol) => Kind == TokenKind.Symbol && Symbol == symbol;

    /// <summary>Whether it is a hyphen or dash.</summary>
    public bool IsDash => Kind == TokenKind.Symbol && Symbol is '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212' or '\u30FC' or '\uFF0D';
}
