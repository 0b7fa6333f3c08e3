namespace ArchiveScrub.Chrome.Profiles;

/// <summary>What bounds a profile, in memory and on disk, however much is learned.</summary>
internal static class ProfileLimits
{
    /// <summary>Pages of a site: those with the smallest ids, which is a sample that does not depend on the order of learning. The bits of a <see cref="ulong"/>.</summary>
    public const int Pages = 64;

    /// <summary>Blocks of a page that are looked at: half of them from its start, half from its end, where the chrome is.</summary>
    public const int Blocks = 300;

    /// <summary>Sites: those with the smallest hashes of their names.</summary>
    public const int Sites = 5000;
}
