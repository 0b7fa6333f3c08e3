using System.Runtime.InteropServices;

namespace ArchiveScrub.Quality.Strict;

/// <summary>How a removed kind fared, in lines.</summary>
/// <param name="Lines">Lines that strict gold gives the kind.</param>
/// <param name="Found">Of them, those that were removed, whatever they were called.</param>
/// <param name="Named">Of them, those that were removed as this very kind.</param>
/// <param name="Said">Lines that were removed as this kind.</param>
/// <param name="Right">Of them, those that had to go, as whatever.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct KindTally(int Lines, int Found, int Named, int Said, int Right)
{
    /// <summary>Share of the kind's lines that were removed.</summary>
    public double Recall => Lines == 0 ? 1 : (double)Found / Lines;

    /// <summary>Share of the lines removed as this kind that had to go.</summary>
    public double Precision => Said == 0 ? 1 : (double)Right / Said;

    /// <summary>Share of the kind's removed lines that were given this kind.</summary>
    public double NamedShare => Found == 0 ? 1 : (double)Named / Found;

    public static KindTally operator +(KindTally a, KindTally b) => new(a.Lines + b.Lines, a.Found + b.Found, a.Named + b.Named, a.Said + b.Said, a.Right + b.Right);
}
