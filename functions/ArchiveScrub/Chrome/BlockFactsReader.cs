using System.Globalization;
using ArchiveScrub.Blocks;
using ArchiveScrub.Chrome.Lexicons;

namespace ArchiveScrub.Chrome;

/// <summary>Reads <see cref="BlockFacts"/>: one pass over the characters of each block, one over its tokens.</summary>
internal static class BlockFactsReader
{
    /// <summary>Shape is judged by this many characters: a longer block is prose or code, whatever follows.</summary>
    private const int MaxCharacters = 8192;

    /// <summary>What each ASCII character is: a letter (<c>a</c>, or <c>A</c> for a capital), a digit, a mark of one of the kinds that are counted, or none of these.</summary>
    private static ReadOnlySpan<byte> Classes =>
        "                                 .\"    '    , . 0000000000 ,   . AAAAAAAAAAAAAAAAAAAAAAAAAA      aaaaaaaaaaaaaaaaaaaaaaaaaa     "u8;

    /// <summary>Reads the facts of all blocks.</summary>
    /// <param name="page">The page.</param>
    /// <param name="lexicon">The words and phrases.</param>
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
            switch (c < 0x80 ? (char)Classes[c] : ClassOf(c))
            {
                case 'a':
                    letters++;
                    inWord = true;
                    hash = Tokenizer.Add(hash, c);
                    continue;
                case 'A':
                    letters++;
                    capitalised += inWord ? 0 : 1;
                    inWord = true;
                    hash = Tokenizer.Add(hash, c);
                    continue;
                case '0':
                    digits++;
                    inWord = true;
                    hash = Tokenizer.Add(hash, c);
                    continue;
                case '\'' when inWord:
                    continue; // inside a word, or the end of a quotation: neither ends the hash's word
                case '.' when c >= 0x80 || i + 1 >= span.Length || span[i + 1] is ' ' or '\n' or '"' or '\u201D' or '\u2019' or '\'' or ')' or '\u00BB':
                    sentences++;
                    break;
                case ',':
                    commas++;
                    break;
                case '"':
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

    private static char ClassOf(char c) => c switch
    {
        '\u2019' => '\'',
        '\u3002' or '\uFF01' or '\uFF1F' or '\u0964' or '\u061F' or '\u2026' => '.',
        '\uFF0C' or '\u3001' or '\u060C' or '\u061B' => ',',
        '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB' or '\u300C' => '"',
        _ => char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.UppercaseLetter => 'A',
            <= UnicodeCategory.OtherLetter => 'a',
            UnicodeCategory.DecimalDigitNumber => '0',
            _ => ' ',
        },
    };

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
