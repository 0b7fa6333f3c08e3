using System.Runtime.InteropServices;

namespace ArchiveScrub.Chrome.Model;

/// <summary>Brings an input of any size between -1 and 1, by division alone, which every machine does alike.</summary>
/// <param name="Column">The input's column in <see cref="SequenceInputs"/>.</param>
/// <param name="Middle">Becomes 0.</param>
/// <param name="Spread">So far from the middle an input becomes a half.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct InputScale(int Column, float Middle, float Spread)
{
    /// <summary>The scaled input.</summary>
    public float Of(float input)
    {
        var distance = input - Middle;
        return distance / (Math.Abs(distance) + Spread);
    }
}
