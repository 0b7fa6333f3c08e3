using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace ArchiveScrub;

/// <summary>
/// Writes gzip members whose bytes depend on nothing but the content and the runtime's deflate: no time, no name, no
/// operating system (RFC 1952).
/// </summary>
public static class GzipMember
{
    private static ReadOnlySpan<byte> Header => [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF];

    /// <summary>The member that unpacks to the content.</summary>
    public static byte[] Compress(ReadOnlySpan<byte> content)
    {
        using var member = new MemoryStream((content.Length / 2) + 64);
        member.Write(Header);
        using (var deflate = new DeflateStream(member, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(content);
        }

        Span<byte> trailer = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, Crc32.HashToUInt32(content));
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], (uint)content.Length);
        if (content.IsEmpty)
        {
            member.Write([3, 0]); // .NET writes nothing for nothing
        }

        member.Write(trailer);
        return member.ToArray();
    }
}
