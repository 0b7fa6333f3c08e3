using System.Security.Cryptography;
using System.Text;

namespace ArchiveScrub.Provenance;

/// <summary>UUIDs made of names, version 5 (RFC 9562 section 5.5): the same name gives the same UUID everywhere.</summary>
internal static class NameUuid
{
    /// <summary>The namespace of ArchiveScrub's names; made once, at random.</summary>
    private static readonly Guid Namespace = new("6f0c1d8e-3b57-4a59-9c41-2f8f6a7de513");

    /// <summary>The UUID as a URN.</summary>
    public static string Urn(string name)
    {
        using var sha1 = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        sha1.AppendData(Namespace.ToByteArray(bigEndian: true));
        sha1.AppendData(Encoding.UTF8.GetBytes(name));
        var bytes = sha1.GetHashAndReset().AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x50);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return "urn:uuid:" + new Guid(bytes, bigEndian: true).ToString("D");
    }
}
