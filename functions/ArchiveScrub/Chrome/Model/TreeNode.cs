using System.Runtime.InteropServices;

namespace ArchiveScrub.Chrome.Model;

/// <summary>A node of a decision tree, 16 bytes: a split on a feature, or a leaf.</summary>
/// <param name="Threshold">Values below it go left; of a leaf, its value.</param>
/// <param name="Mean">Mean value of the leaves below it: what is known when the walk is here.</param>
/// <param name="Feature">Number of the feature; <see cref="Leaf"/> for a leaf.</param>
/// <param name="Left">Number of the left child; the right one follows it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TreeNode(float Threshold, float Mean, int Feature, int Left)
{
    /// <summary>The feature of a leaf.</summary>
    public const int Leaf = -1;
}
