using System.Buffers.Binary;

namespace ArchiveScrub.Captures.Compression;

/// <summary>The header of a gzip member (RFC 1952 section 2.3).</summary>
internal static class GzipHeader
{
    /// <summary>What a member begins with: the magic number, and deflate, the only method there is.</summary>
    public static ReadOnlySpan<byte> Magic => [0x1F, 0x8B, 8];

    /// <summary>The longest header that is read: names and comments of any sense are shorter.</summary>
    public const int MaxLength = 32 * 1024;

    private const int FixedLength = 10;

    private const int HeaderCrc = 2;
    private const int Extra = 4;
    private const int Name = 8;
    private const int Comment = 16;
    private const int Reserved = 0xE0;

    /// <summary>The length of the header that the bytes begin with; 0 where more bytes are needed to tell, -1 where it is none.</summary>
    public static int Measure(ReadOnlySpan<byte> bytes)
    {
        if (!bytes[..Math.Min(bytes.Length, 3)].SequenceEqual(Magic[..Math.Min(bytes.Length, 3)]))
        {
            return -1;
        }

        if (bytes.Length < FixedLength)
        {
            return 0;
        }

        var flags = bytes[3];
        if ((flags & Reserved) != 0)
        {
            return -1;
        }

        var at = FixedLength;
        if ((flags & Extra) != 0)
        {
            if (bytes.Length < at + 2)
            {
                return 0;
            }

            at += 2 + BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);
        }

        if (((flags & Name) != 0 && !PassString(bytes, ref at)) || ((flags & Comment) != 0 && !PassString(bytes, ref at)))
        {
            return at > MaxLength || bytes.Length > MaxLength ? -1 : 0;
        }

        at += (flags & HeaderCrc) != 0 ? 2 : 0;
        return at > bytes.Length ? 0 : at;
    }

    private static bool PassString(ReadOnlySpan<byte> bytes, ref int at)
    {
        var length = at < bytes.Length ? bytes[at..].IndexOf((byte)0) : -1;
        at += length + 1;
        return length >= 0;
    }
}
