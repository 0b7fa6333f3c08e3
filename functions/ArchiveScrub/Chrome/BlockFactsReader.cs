using ArchiveScrub.Blocks;
using ArchiveScrub.Chrome.Lexicons;

namespace ArchiveScrub.Chrome;

/// <summary>Reads <see cref="BlockFacts"/>: one pass over the characters of each block, one over its tokens.</summary>
internal static class BlockFactsReader
{
    /// <summary>Shape is judged by this many characters: a longer block is prose or code, whatever follows.</summary>
    private const int MaxCharacters = 8192;

    public static BlockFacts[] Read(SegmentedPage page, Lexicon lexicon)
    {
        var surroundings = SurroundingsReader.Read(page);
        var facts = new BlockFacts[page.Blocks.Count];
        for (var i = 0; i < facts.Length; i++)
        {
            var block = page.Blocks[i];
            facts[i] = OfShape(block.Text) with
            {
                Hits = lexicon.Find(block.Text),
                Surroundings = block.Parent is { } parent ? surroundings[parent.Index] : Surroundings.None,
                Words = block.WordCount,
                LinkShare = Math.Min(1, (double)block.LinkLength / block.Text.Length),
            };
        }

        return facts;
    }

    private static BlockFacts OfShape(string text)
    {
        int sentences = 0, commas = 0, digits = 0, letters = 0, capitalised = 0;
        var hasQuote = false;
        var inWord = false;
        var hash = Tokenizer.EmptyHash;
        var span = text.AsSpan(0, Math.Min(text.Length, MaxCharacters));
        for (var i = 0; i < span.Length; i++)
        {
            var c = span[i];
            if (char.IsLetter(c))
            {
                letters++;
                if (!inWord && char.IsUpper(c))
                {
                    capitalised++;
                }

                inWord = true;
                hash = Tokenizer.Add(hash, c);
                continue;
            }

            if (char.IsDigit(c))
            {
                digits++;
                inWord = true;
                hash = Tokenizer.Add(hash, c);
                continue;
            }

            switch (c)
            {
                case '\'' or '\u2019' when inWord:
                    continue; // inside a word, or the end of a quotation: neither ends the hash's word
                case '.' or '!' or '?' when i + 1 >= span.Length || span[i + 1] is ' ' or '\n' or '"' or '\u201D' or '\u2019' or '\'' or ')' or '\u00BB':
                case '\u3002' or '\uFF01' or '\uFF1F' or '\u0964' or '\u061F' or '\u2026':
                    sentences++;
                    break;
                case ',' or '\uFF0C' or '\u3001' or '\u060C' or ';' or '\u061B':
                    commas++;
                    break;
                case '"' or '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB' or '\u300C':
                    hasQuote = true;
                    break;
            }

            if (inWord)
            {
                hash = Tokenizer.Add(hash, ' ');
                inWord = false;
            }
        }

        return new BlockFacts
        {
            Sentences = sentences,
            EndsSentence = EndsSentence(text),
            Commas = commas,
            Digits = digits,
            Letters = letters,
            CapitalisedWords = capitalised,
            HasQuote = hasQuote,
            Fingerprint = inWord ? Tokenizer.Add(hash, ' ') : hash,
        };
    }

    private static bool EndsSentence(string text)
    {
        for (var i = text.Length - 1; i >= 0; i--)
        {
            var c = text[i];
            if (c is '"' or '\u201D' or '\u2019' or '\'' or ')' or ']' or '\u00BB' or '\u300D' or ' ')
            {
                continue;
            }

            return c is '.' or '!' or '?' or '\u2026' or '\u3002' or '\uFF01' or '\uFF1F' or '\u061F' or '\u0964';
        }

        return false;
    }
}
