using System.Runtime.InteropServices;

namespace ArchiveScrub.Chrome.Model;

/// <summary>
/// A node of a decision tree, 8 bytes: a split on a feature. A leaf is a split whose threshold nothing is below and
/// whose right child is itself, so that a walk may go on for as long as the deepest path of its tree.
/// </summary>
/// <param name="Threshold">Values below it go left; of a leaf, no number.</param>
/// <param name="Feature">Number of the feature.</param>
/// <param name="Left">Number of the left child in the tree; the right one follows it.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct TreeNode(float Threshold, ushort Feature, ushort Left);
