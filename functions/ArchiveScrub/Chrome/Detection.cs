using ArchiveScrub.Chrome.Model;

namespace ArchiveScrub.Chrome;

/// <summary>What the chrome detector says of a page.</summary>
/// <param name="Verdicts">The verdict on each block.</param>
/// <param name="Judgement">The page as a whole; null where no model for it is in force.</param>
/// <param name="Signals">What the judgement rests on; null where no block model is in force.</param>
internal sealed record Detection(Verdict[] Verdicts, PageJudgement? Judgement = null, PageSignals? Signals = null);
