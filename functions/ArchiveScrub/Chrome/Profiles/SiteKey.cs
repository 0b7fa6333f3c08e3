using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ArchiveScrub.Chrome.Profiles;

/// <summary>A site in one format: text captures show other blocks than HTML, so each has a profile of its own.</summary>
/// <param name="Format">HTML or text.</param>
/// <param name="Name">A host without <c>www</c>, or a folder, which ends with a slash.</param>
internal sealed record SiteKey(PageFormat Format, string Name)
{
    private readonly ulong _rank = Hash($"{(int)Format} {Name}");

    /// <summary>Sorts by a hash of the name: the first so many are a sample that does not depend on what was seen first.</summary>
    public static IComparer<SiteKey> ByRank { get; } = Comparer<SiteKey>.Create(static (left, right) =>
        left._rank != right._rank ? left._rank.CompareTo(right._rank)
        : left.Format != right.Format ? left.Format.CompareTo(right.Format)
        : string.CompareOrdinal(left.Name, right.Name));

    /// <summary>The first 64 bits of the SHA-256 of a text.</summary>
    public static ulong Hash(string text) => Hash(Encoding.UTF8.GetBytes(text));

    /// <summary>The first 64 bits of the SHA-256 of bytes.</summary>
    public static ulong Hash(ReadOnlySpan<byte> bytes)
    {
        Span<byte> sha256 = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, sha256);
        return BinaryPrimitives.ReadUInt64BigEndian(sha256);
    }
}
