using ArchiveScrub.Blocks;

namespace ArchiveScrub.Chrome.Profiles;

/// <summary>What is remembered of a page while a site is learned.</summary>
/// <param name="Version">Hash of the payload: of several captures of one address the one with the smallest counts.</param>
/// <param name="Words">Words of the blocks that were looked at.</param>
/// <param name="Prints">Its fingerprints, with the words that each stands for.</param>
internal sealed record PagePrint(ulong Version, int Words, Dictionary<ulong, int> Prints)
{
    /// <summary>Takes the fingerprints of a page.</summary>
    public static PagePrint Of(Page page, SegmentedPage segmented)
    {
        var blocks = BlockPrints.Of(segmented);
        var prints = new Dictionary<ulong, int>();
        var words = 0;
        for (var i = 0; i <= blocks.Length; i++)
        {
            if (i == ProfileLimits.Blocks / 2 && blocks.Length > ProfileLimits.Blocks)
            {
                i = blocks.Length - (ProfileLimits.Blocks / 2);
            }

            // A pair stands for the words of its second block, so that the shared words of two pages can be added up.
            var own = i < blocks.Length ? segmented.Blocks[i].WordCount : 0;
            words += prints.TryAdd(BlockPrints.Pair(blocks, i), own) ? own : 0;
            if (i < blocks.Length && BlockPrints.IsLone(segmented.Blocks[i]))
            {
                prints.TryAdd(blocks[i], 0);
            }
        }

        return new PagePrint(SiteKey.Hash(page.Payload.Span), words, prints);
    }
}
