namespace ArchiveScrub.Chrome.Model;

/// <summary>What a model made of the blocks of a page.</summary>
/// <param name="Scores">What it said of each.</param>
/// <param name="Open">Which of them it decided; of the others rules were certain.</param>
/// <param name="Threshold">The threshold of the page.</param>
/// <param name="ExpectedF1">The word F1 that was expected at the threshold.</param>
internal sealed record ModelOpinion(BlockScores Scores, bool[] Open, double Threshold, double ExpectedF1);
