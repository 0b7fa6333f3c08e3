using System.Runtime.InteropServices;

namespace ArchiveScrub;

/// <summary>A half-open stretch, <c>[Start, End)</c>. The unit (UTF-16 code units, Unicode code points, bytes) is said by whoever holds it.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TextRange(int Start, int End)
{
    /// <summary>How many units the range covers.</summary>
    public int Length => End - Start;

    /// <summary>Whether <paramref name="position"/> lies in the range.</summary>
    public bool Contains(int position) => position >= Start && position < End;
}
