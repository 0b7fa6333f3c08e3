using System.Runtime.InteropServices;

namespace ArchiveScrub.Chrome.Model;

/// <summary>How much a feature moved the value on the way to a leaf.</summary>
/// <param name="Feature">Number of the feature.</param>
/// <param name="Change">What the mean of the leaves below changed by where it was split on.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct TreeReason(int Feature, float Change);
