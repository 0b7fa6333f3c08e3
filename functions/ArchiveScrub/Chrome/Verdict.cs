using System.Runtime.InteropServices;

namespace ArchiveScrub.Chrome;

/// <summary>What was decided of a block.</summary>
/// <param name="Kind">What it is; whether it is kept follows from that.</param>
/// <param name="Rule">Id of the rule that said so, or of the rule for what is kept.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Evidence">What the rule saw, as short <c>name:value</c> terms; may be empty.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Verdict(Kind Kind, string Rule, double Confidence, string[] Evidence)
{
    /// <summary>Whether the block stays in the clean text.</summary>
    public bool IsKept => Kind.IsKept();
}
