using System.Runtime.InteropServices;
using ArchiveScrub.Blocks;
using ArchiveScrub.Chrome.Lexicons;

namespace ArchiveScrub.Chrome.Model;

/// <summary>What features of single blocks are made of, computed once a page.</summary>
internal sealed class PageContext
{
    /// <summary>A block of this many words is long.</summary>
    public const int LongWords = 15;

    private const int MaxCopies = 20;

    /// <summary>Of a block, so many different words are looked for in the title.</summary>
    private const int MaxTokens = 60;

    public PageContext(ChromePage page)
    {
        Page = page;
        var count = page.Count;
        Shapes = new BlockShape[count];
        Words = new int[count + 1];
        LinkWords = new double[count + 1];
        Long = new int[count + 1];
        Prose = new int[count + 1];
        Removed = new int[count + 1];
        Sentences = new int[count + 1];
        Hidden = new int[count + 1];
        Commas = new int[count + 1];
        var copies = new Dictionary<ulong, int>(count);
        for (var i = 0; i < count; i++)
        {
            ref readonly var facts = ref page.Facts[i];
            var block = page.Blocks[i];
            Shapes[i] = BlockShape.Of(block.Text);
            Words[i + 1] = Words[i] + facts.Words;
            LinkWords[i + 1] = LinkWords[i] + (facts.Words * facts.LinkShare);
            Long[i + 1] = Long[i] + (facts.Words >= LongWords ? 1 : 0);
            Prose[i + 1] = Prose[i] + (facts.IsProse ? 1 : 0);
            Removed[i + 1] = Removed[i] + (page.IsRemoved(i) ? 1 : 0);
            Sentences[i + 1] = Sentences[i] + (facts.EndsSentence ? 1 : 0);
            Hidden[i + 1] = Hidden[i] + (block.Visibility == BlockVisibility.Shown ? 0 : 1);
            Commas[i + 1] = Commas[i] + facts.Commas;
            CollectionsMarshal.GetValueRefOrAddDefault(copies, facts.Fingerprint, out _)++;
        }

        Copies = Array.ConvertAll(page.Facts, facts => Math.Min(MaxCopies, copies[facts.Fingerprint]));
        TotalWords = Math.Max(1, Words[count]);
        var head = page.Page.Head;
        TitleTokens = TitleFinder.TokensOf((head.Title ?? "") + " " + (head.FirstMeta("og:title") ?? ""));
        if (page.Title >= 0)
        {
            TitleTokens.UnionWith(TitleFinder.TokensOf(page.Blocks[page.Title].Text));
        }

        DescriptionTokens = TitleFinder.TokensOf((head.FirstMeta("description") ?? "") + " " + (head.FirstMeta("og:description") ?? ""), 120);
    }

    public ChromePage Page { get; }

    public BlockShape[] Shapes { get; }

    /// <summary>Words before each block; likewise the others.</summary>
    public int[] Words { get; }

    public double[] LinkWords { get; }

    public int[] Long { get; }

    public int[] Prose { get; }

    public int[] Removed { get; }

    public int[] Sentences { get; }

    public int[] Hidden { get; }

    public int[] Commas { get; }

    public int TotalWords { get; }

    /// <summary>How often the text of each block stands on the page, up to a limit.</summary>
    public int[] Copies { get; }

    public HashSet<ulong> TitleTokens { get; }

    public HashSet<ulong> DescriptionTokens { get; }

    /// <summary>How many different tokens of a text there are, and how many of them are in the title and in the description.</summary>
    public (int All, int InTitle, int InDescription) Overlap(string text)
    {
        Span<ulong> seen = stackalloc ulong[MaxTokens];
        int count = 0, title = 0, description = 0;
        var tokens = new Tokenizer(text, splitJoins: false);
        while (count < MaxTokens && tokens.Next(out var token))
        {
            if (!seen[..count].Contains(token.Hash))
            {
                seen[count++] = token.Hash;
                title += TitleTokens.Contains(token.Hash) ? 1 : 0;
                description += DescriptionTokens.Contains(token.Hash) ? 1 : 0;
            }
        }

        return (count, title, description);
    }
}
