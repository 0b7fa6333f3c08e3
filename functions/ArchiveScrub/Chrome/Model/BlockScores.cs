namespace ArchiveScrub.Chrome.Model;

/// <summary>What the model says of the blocks of a page.</summary>
/// <param name="Probabilities">How likely each block is content.</param>
/// <param name="Rows">The features that it was said by, row after row.</param>
/// <param name="Width">Features a row.</param>
internal sealed record BlockScores(double[] Probabilities, float[] Rows, int Width)
{
    /// <summary>The features of a block.</summary>
    public ReadOnlySpan<float> Row(int block) => Rows.AsSpan(block * Width, Width);
}
