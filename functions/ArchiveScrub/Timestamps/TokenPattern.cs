namespace ArchiveScrub.Timestamps;

/// <summary>
/// A pattern over tokens, read from a table: elements separated by blanks; <c>|</c> between alternatives, <c>?</c> after
/// an element that may be missing, <c>~</c> before an atom that must follow without white space.
/// <c>D of? M ,? Y</c> is a day, perhaps "of", a month, perhaps a comma, a year.
/// </summary>
/// <remarks>
/// Matching tries alternatives and lengths in order and goes back where that fails. A pattern has at most
/// <see cref="MaxElements"/> elements, an atom at most <see cref="MaxEnds"/> ends, and the atoms with several ends are
/// few, so the work for one position is bounded, whatever the text.
/// </remarks>
internal sealed class TokenPattern
{
    /// <summary>The most elements a pattern may have.</summary>
    public const int MaxElements = 16;

    /// <summary>The most ends an atom may have.</summary>
    public const int MaxEnds = 16;

    private readonly (PatternAtom[] Alternatives, bool Optional)[] _elements;

    private TokenPattern(string name, (PatternAtom[] Alternatives, bool Optional)[] elements)
    {
        Name = name;
        _elements = elements;
    }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="FormatException">It is empty or too long, or an element is.</exception>
    public static TokenPattern Parse(string name, string pattern)
    {
        var parts = pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is 0 or > MaxElements)
        {
            throw new FormatException($"Pattern {name} has {parts.Length} elements.");
        }

        return new TokenPattern(name, Array.ConvertAll(parts, part =>
        {
            var optional = part.Length > 1 && part[^1] == '?';
            var atoms = (optional ? part[..^1] : part).Split('|');
            return (Array.ConvertAll(atoms, atom => Atom(name, atom)), optional);
        }));
    }

    /// <summary>The element that holds this atom alone, or -1.</summary>
    public int IndexOf(string atom) => Array.FindIndex(_elements, e => e.Alternatives.Length == 1 && e.Alternatives[0].Name == atom);

    /// <summary>The last element that holds this atom alone, or -1.</summary>
    public int LastIndexOf(string atom) => Array.FindLastIndex(_elements, e => e.Alternatives.Length == 1 && e.Alternatives[0].Name == atom);

    /// <summary>Whether the pattern fits from token <paramref name="at"/> on; <paramref name="spans"/> then says where each element lies, start -1 for one that is missing.</summary>
    public bool TryMatch<TScope>(in TScope scope, int at, Span<TextRange> spans, out int end)
        where TScope : IPatternScope, allows ref struct => Match(in scope, 0, at, spans, out end);

    private bool Match<TScope>(in TScope scope, int element, int at, Span<TextRange> spans, out int end)
        where TScope : IPatternScope, allows ref struct
    {
        if (element == _elements.Length)
        {
            end = at;
            return true;
        }

        Span<int> ends = stackalloc int[MaxEnds];
        var (alternatives, optional) = _elements[element];
        foreach (var atom in alternatives)
        {
            var ways = scope.Ends(atom, at, ends);
            for (var way = 0; way < ways; way++)
            {
                spans[element] = new TextRange(at, ends[way]);
                if (Match(in scope, element + 1, ends[way], spans, out end))
                {
                    return true;
                }
            }
        }

        spans[element] = new TextRange(-1, -1);
        end = -1;
        return optional && Match(in scope, element + 1, at, spans, out end);
    }

    private static PatternAtom Atom(string pattern, string atom)
    {
        var tight = atom.Length > 1 && atom[0] == '~';
        var name = tight ? atom[1..] : atom;
        return name.Length > 0 ? new PatternAtom(name, tight) : throw new FormatException($"Pattern {pattern} has an empty atom.");
    }
}
