using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ArchiveScrub.Chrome.Model;

/// <summary>The features that spoke loudest for keeping a block and for dropping it.</summary>
/// <param name="Keep">Number of the one that spoke for it.</param>
/// <param name="KeepValue">Its value.</param>
/// <param name="Drop">Number of the one that spoke against it.</param>
/// <param name="DropValue">Its value.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BlockReason(short Keep, float KeepValue, short Drop, float DropValue)
{
    /// <summary>Finds them.</summary>
    /// <param name="contributions">How much each feature moved the odds.</param>
    /// <param name="row">The features.</param>
    public static BlockReason Of(ReadOnlySpan<float> contributions, ReadOnlySpan<float> row)
    {
        var lanes = MemoryMarshal.Cast<float, Vector256<float>>(contributions);
        var (highest, lowest) = (Vector256<float>.Zero, Vector256<float>.Zero);
        foreach (var lane in lanes)
        {
            highest = Vector256.Max(highest, lane);
            lowest = Vector256.Min(lowest, lane);
        }

        var (most, least) = (0f, 0f);
        for (var i = 0; i < Vector256<float>.Count; i++)
        {
            most = Math.Max(most, highest[i]);
            least = Math.Min(least, lowest[i]);
        }

        foreach (var contribution in contributions[(lanes.Length * Vector256<float>.Count)..])
        {
            most = Math.Max(most, contribution);
            least = Math.Min(least, contribution);
        }

        var keep = Math.Max(0, contributions.IndexOf(most));
        var drop = Math.Max(0, contributions.IndexOf(least));
        return new BlockReason((short)keep, row[keep], (short)drop, row[drop]);
    }
}
