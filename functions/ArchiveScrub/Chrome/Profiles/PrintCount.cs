using System.Numerics;
using System.Runtime.InteropServices;

namespace ArchiveScrub.Chrome.Profiles;

/// <summary>On which pages of a site a fingerprint stands.</summary>
/// <param name="Words">Words that it stands for.</param>
/// <param name="Pages">A bit for each page of the site, in the order of their ids; the lowest bit is the first page.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PrintCount(int Words, ulong Pages)
{
    /// <summary>How many pages.</summary>
    public int Count => BitOperations.PopCount(Pages);
}
