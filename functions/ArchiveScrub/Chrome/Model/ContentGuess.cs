namespace ArchiveScrub.Chrome.Model;

/// <summary>What the simple content decision would keep: a feature like any other.</summary>
/// <param name="Keeps">Whether it keeps each block.</param>
/// <param name="First">First kept block.</param>
/// <param name="End">After the last kept block.</param>
/// <param name="Words">Words of kept blocks.</param>
internal sealed record ContentGuess(bool[] Keeps, int First, int End, int Words)
{
    /// <summary>Guesses.</summary>
    public static ContentGuess Of(ChromePage page)
    {
        var keeps = new bool[page.Count];
        int first = page.Count, end = 0, words = 0;
        foreach (var region in ContentRegions.Find(page))
        {
            for (var i = region.Start; i < region.End; i++)
            {
                if (!page.IsRemoved(i))
                {
                    keeps[i] = true;
                    first = Math.Min(first, i);
                    end = i + 1;
                    words += page.Facts[i].Words;
                }
            }
        }

        return new ContentGuess(keeps, first, end, words);
    }
}
