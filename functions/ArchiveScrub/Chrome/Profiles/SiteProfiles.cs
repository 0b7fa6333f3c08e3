using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using ArchiveScrub.Blocks;
using ArchiveScrub.Chrome.Profiles;

namespace ArchiveScrub;

/// <summary>
/// What was learned of sites: fingerprints of the blocks that repeat on the pages of each. It holds hashes and counts,
/// no text. Immutable; may be shared by threads.
/// </summary>
public sealed class SiteProfiles
{
    private readonly SortedDictionary<SiteKey, SiteProfile> _sites;
    private readonly ConcurrentDictionary<SiteKey, SiteEvidence> _evidence = new();

    internal SiteProfiles(IEnumerable<KeyValuePair<SiteKey, SiteProfile>> sites)
    {
        _sites = new(SiteKey.ByRank);
        foreach (var (key, site) in sites.OrderBy(static s => s.Key, SiteKey.ByRank).Take(ProfileLimits.Sites))
        {
            _sites.Add(key, site);
        }

        Digest = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Serialize()));
    }

    /// <summary>Nothing learned.</summary>
    public static SiteProfiles Empty { get; } = new([]);

    /// <summary>How many sites; one of which there are HTML pages and text captures counts as two.</summary>
    public int Sites => _sites.Count;

    /// <summary>How many pages the sites were learned from; at most 64 a site are remembered.</summary>
    public int Pages => _sites.Values.Sum(static s => s.Ids.Length);

    /// <summary><c>sha256:</c> and the digest of <see cref="Serialize"/>, as manifests name it.</summary>
    public string Digest { get; }

    /// <summary>Reads a profile file.</summary>
    /// <exception cref="JsonException">The bytes are none, or of a version that is not known; the message says where and why.</exception>
    public static SiteProfiles Deserialize(ReadOnlySpan<byte> utf8) => new(ProfilesJson.Read(utf8));

    /// <summary>The profile file: canonical JSON (RFC 8785), UTF-8. Equal profiles give equal bytes.</summary>
    public byte[] Serialize() => ProfilesJson.Write(_sites);

    /// <summary>Both together. The order does not matter, and a page that both know counts once.</summary>
    public SiteProfiles Merge(SiteProfiles other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var sites = new Dictionary<SiteKey, SiteProfile>(_sites);
        foreach (var (key, site) in other._sites)
        {
            sites[key] = sites.TryGetValue(key, out var before) ? before.Merge(site) : site;
        }

        return new SiteProfiles(sites);
    }

    internal SiteProfile? Find(SiteKey site) => _sites.GetValueOrDefault(site);

    /// <summary>What of a page repeats on its site.</summary>
    internal RepeatedBlocks Find(Page page, SegmentedPage segmented)
    {
        if (_sites.Count == 0 || PageOrigin.Of(page, segmented) is not { } origin || !_sites.TryGetValue(origin.Site, out var site))
        {
            return RepeatedBlocks.None;
        }

        return _evidence.GetOrAdd(origin.Site, static (_, profile) => new SiteEvidence(profile), site).Find(segmented, origin.Id);
    }
}
