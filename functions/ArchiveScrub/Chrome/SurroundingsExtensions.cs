namespace ArchiveScrub.Chrome;

/// <summary>Questions to <see cref="Surroundings"/>.</summary>
internal static class SurroundingsExtensions
{
    /// <summary>Whether any of the wanted ones is among them.</summary>
    public static bool HasAny(this Surroundings surroundings, Surroundings wanted) => (surroundings & wanted) != Surroundings.None;
}
