using ArchiveScrub.Text;

namespace ArchiveScrub.Provenance;

/// <summary>The texts of a manifest's blocks: those that are kept stand in the clean text, the others in the manifest.</summary>
internal static class BlockTexts
{
    /// <summary>The text of every block; null where manifest and clean text do not fit together, with the first reason.</summary>
    public static string[]? Read(Manifest manifest, string cleanText, out string? problem)
    {
        var clean = new CodePointSlicer(cleanText);
        var texts = new string[manifest.Blocks.Count];
        var at = 0;
        for (var i = 0; i < texts.Length; i++)
        {
            var block = manifest.Blocks[i];
            if (block.Linear.Start != at && (i == 0 || !FollowsALineEnd(manifest, i)))
            {
                problem = $"Block {i} leaves a gap or overlaps the block before it.";
                return null;
            }

            var text = block.Clean is { } range ? clean.Slice(range) : block.Text;
            if (text is null || CodePoints.Count(text) != block.Linear.Length || block is { Clean: not null, Text: not null })
            {
                problem = $"The text of block {i} is missing, there twice or of another length.";
                return null;
            }

            texts[i] = text;
            at = block.Linear.End;
        }

        problem = null;
        return texts;
    }

    /// <summary>Whether a line end stands between a block and the one before it; parts of one paragraph touch.</summary>
    public static bool FollowsALineEnd(Manifest manifest, int block) =>
        block > 0 && manifest.Blocks[block].Linear.Start == manifest.Blocks[block - 1].Linear.End + 1;
}
