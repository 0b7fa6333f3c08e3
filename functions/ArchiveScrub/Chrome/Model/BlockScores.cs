namespace ArchiveScrub.Chrome.Model;

/// <summary>What the model says of the blocks of a page.</summary>
/// <param name="Probabilities">How likely each block is content.</param>
/// <param name="Reasons">What spoke loudest for and against each that was to be decided.</param>
/// <param name="Means">The mean of each feature over the blocks, weighed by the square root of their words.</param>
internal sealed record BlockScores(double[] Probabilities, BlockReason[] Reasons, float[] Means);
