using ArchiveScrub.Blocks;

namespace ArchiveScrub.Chrome.Model;

/// <summary>Features of a block's place on the page: position, headline, headings, neighbours, repetition.</summary>
internal static class PlaceFeatures
{
    private static readonly int[] NeighbourOffsets = [-2, -1, 1, 2];
    private static readonly int[] Windows = [4, 12, 30];

    /// <summary>Index of the heading over each block; -1 where there is none.</summary>
    public static int[] Headings(ChromePage page)
    {
        var headings = new int[page.Count];
        var last = -1;
        for (var i = 0; i < headings.Length; i++)
        {
            headings[i] = last;
            var block = page.Blocks[i];
            ref readonly var facts = ref page.Facts[i];
            var looks = block.Form == BlockForm.Heading
                || (facts.Words is > 0 and <= 10 && !facts.EndsSentence && facts.LinkShare < 0.5
                    && (page.Page.Format == PageFormat.Text
                        ? i + 1 < page.Count && page.Facts[i + 1].Words > facts.Words
                        : block.BoldLength >= block.Text.Length - 1));
            last = looks ? i : last;
        }

        return headings;
    }

    public static void Write(PageContext context, int[] headings, ContentGuess guess, int index, ref FeatureRow row)
    {
        var page = context.Page;
        var count = page.Count;
        ref readonly var facts = ref page.Facts[index];
        row.Add("at", index);
        row.Add("at-end", count - index);
        row.Add("at-share", index / (double)count);
        row.Add("at-words", context.Words[index] / (double)context.TotalWords);
        row.Add("title-known", page.Title >= 0);
        row.Add("title-distance", page.Title >= 0 ? index - page.Title : -999);
        row.Add("title-words", page.Title >= 0 ? (context.Words[index] - context.Words[page.Title]) / (double)context.TotalWords : -9);
        var (all, inTitle, inDescription) = context.Overlap(page.Blocks[index].Text);
        row.Add("in-title", inTitle / (double)Math.Max(1, all));
        row.Add("of-title", inTitle / (double)Math.Max(1, context.TitleTokens.Count));
        row.Add("in-description", inDescription / (double)Math.Max(1, all));
        row.Add("copies", context.Copies[index]);

        var heading = headings[index];
        row.Add("heading-distance", heading >= 0 ? index - heading : -1);
        row.Add("heading-words", heading >= 0 ? context.Words[index] - context.Words[heading] : -1);
        row.Add("heading-level", heading >= 0 ? page.Blocks[heading].HeadingLevel : -1);

        row.Add("guess", guess.Keeps[index]);
        row.Add("guess-inside", index >= guess.First && index < guess.End);
        row.Add("guess-before", guess.First - index);
        row.Add("guess-after", index - guess.End);
        row.Add("guess-share", guess.Words / (double)context.TotalWords);

        WriteNeighbours(context, index, ref row);
        WriteWindows(context, index, ref row);
    }

    private static void WriteNeighbours(PageContext context, int index, ref FeatureRow row)
    {
        var page = context.Page;
        foreach (var offset in NeighbourOffsets)
        {
            var at = index + offset;
            var exists = at >= 0 && at < page.Count;
            ref readonly var facts = ref page.Facts[exists ? at : index];
            ref readonly var shape = ref context.Shapes[exists ? at : index];
            row.Add("n", offset, "words", exists ? facts.Words : -1);
            row.Add("n", offset, "form", exists ? (int)page.Blocks[at].Form : -1);
            row.Add("n", offset, "labels", exists ? facts.Hits.LabelTokens / (double)Math.Max(1, facts.Hits.Tokens) : -1);
            row.Add("n", offset, "lower", exists ? shape.LowerTokens / (double)Math.Max(1, shape.Tokens) : -1);
            row.Add("n", offset, "copies", exists ? context.Copies[at] : -1);
            row.Add("n", offset, "digits", exists ? shape.Digits / (double)Math.Max(1, shape.Length) : -1);
            row.Add("n", offset, "blank", exists ? page.Blocks[at].BlankLinesBefore : -1);
            row.Add("n", offset, "punctuation", exists ? (shape.Periods + shape.Commas) / (double)Math.Max(1, shape.Tokens) : -1);
            if (offset is -1 or 1)
            {
                row.Add("n", offset, "links", exists ? facts.LinkShare : -1);
                row.Add("n", offset, "ends", exists ? (facts.EndsSentence ? 1 : 0) : -1);
                row.Add("n", offset, "removed", exists ? (page.IsRemoved(at) ? 1 : 0) : -1);
            }
        }
    }

    private static void WriteWindows(PageContext context, int index, ref FeatureRow row)
    {
        foreach (var window in Windows)
        {
            var from = Math.Max(0, index - window);
            var to = Math.Min(context.Page.Count, index + window + 1);
            double blocks = to - from;
            double words = Math.Max(1, context.Words[to] - context.Words[from]);
            row.Add("w", window, "words", words / blocks);
            row.Add("w", window, "links", (context.LinkWords[to] - context.LinkWords[from]) / words);
            row.Add("w", window, "long", (context.Long[to] - context.Long[from]) / blocks);
            row.Add("w", window, "prose", (context.Prose[to] - context.Prose[from]) / blocks);
            row.Add("w", window, "ends", (context.Sentences[to] - context.Sentences[from]) / blocks);
            row.Add("w", window, "removed", (context.Removed[to] - context.Removed[from]) / blocks);
            row.Add("w", window, "hidden", (context.Hidden[to] - context.Hidden[from]) / blocks);
            row.Add("w", window, "long-before", (context.Long[index] - context.Long[from]) / (double)window);
            row.Add("w", window, "long-after", (context.Long[to] - context.Long[Math.Min(to, index + 1)]) / (double)window);
        }
    }
}
