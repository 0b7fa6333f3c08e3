using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace ArchiveScrub.Tests.Captures.Zip;

/// <summary>Writes ZIP archives, sound and unsound ones, after PKWARE's APPNOTE.</summary>
internal static class ZipBuilder
{
    public static byte[] Build(params ZipMember[] files) => Build(files, comment: "");

    public static byte[] Build(IReadOnlyList<ZipMember> files, string comment, bool isZip64 = false)
    {
        using var archive = new MemoryStream();
        using var directory = new MemoryStream();
        foreach (var file in files)
        {
            Write(file, archive, directory);
        }

        var start = archive.Position;
        directory.WriteTo(archive);
        WriteEnd(archive, files.Count, start, directory.Length, Encoding.UTF8.GetBytes(comment), isZip64);
        return archive.ToArray();
    }

    public static ZipMember Html(string name, string title) =>
        new(name, Encoding.UTF8.GetBytes($"<!DOCTYPE html><html><head><title>{title}</title></head><body><h1>{title}</h1><p>The ferry to the islands runs again from Monday.</p></body></html>"));

    private static void Write(ZipMember file, MemoryStream archive, MemoryStream directory)
    {
        var name = file.RawName ?? Encoding.UTF8.GetBytes(file.Name);
        var content = file.IsDeflated ? Deflate(file.Content) : file.Content;
        var crc = file.DeclaredCrc32 ?? Crc32.HashToUInt32(file.Content);
        var size = file.DeclaredSize ?? file.Content.Length;
        long compressed = content.Length;
        var flags = file.Flags | (file.IsStreamed ? 0x08 : 0);
        var method = file.Method ?? (file.IsDeflated ? 8 : 0);
        var offset = archive.Position;

        var localName = file.LocalName ?? name;
        byte[] localExtra = file.IsZip64 && !file.IsStreamed ? [.. Bytes16(1), .. Bytes16(16), .. Bytes64(size), .. Bytes64(compressed)] : [];
        archive.Write([.. "PK"u8, 3, 4, .. Bytes16(45), .. Bytes16(flags), .. Bytes16(method), 0, 0, 0x21, 0x58]);
        archive.Write(file.IsStreamed ? new byte[12]
            : file.IsZip64 ? [.. Bytes32(crc), .. Bytes32(uint.MaxValue), .. Bytes32(uint.MaxValue)]
            : [.. Bytes32(crc), .. Bytes32((uint)compressed), .. Bytes32((uint)size)]);
        archive.Write([.. Bytes16(localName.Length), .. Bytes16(localExtra.Length), .. localName, .. localExtra, .. content]);
        if (file.IsStreamed)
        {
            archive.Write(file.HasDescriptorSignature ? [.. "PK"u8, 7, 8] : []);
            archive.Write(file.IsZip64 ? [.. Bytes32(crc), .. Bytes64(compressed), .. Bytes64(size)] : [.. Bytes32(crc), .. Bytes32((uint)compressed), .. Bytes32((uint)size)]);
        }

        compressed = file.DeclaredCompressedSize ?? compressed;
        offset = file.DeclaredOffset ?? offset;
        byte[] extra = file.IsZip64 ? [.. Bytes16(1), .. Bytes16(24), .. Bytes64(size), .. Bytes64(compressed), .. Bytes64(offset)] : [];
        directory.Write([.. "PK"u8, 1, 2, 45, 3, .. Bytes16(45), .. Bytes16(flags), .. Bytes16(method), 0, 0, 0x21, 0x58, .. Bytes32(crc)]);
        directory.Write(file.IsZip64 ? [.. Bytes32(uint.MaxValue), .. Bytes32(uint.MaxValue)] : [.. Bytes32((uint)compressed), .. Bytes32((uint)size)]);
        directory.Write([.. Bytes16(name.Length), .. Bytes16(extra.Length), .. new byte[6], .. Bytes32((uint)file.Mode << 16)]);
        directory.Write([.. Bytes32(file.IsZip64 ? uint.MaxValue : (uint)offset), .. name, .. extra]);
    }

    private static void WriteEnd(MemoryStream archive, long count, long start, long size, byte[] comment, bool isZip64)
    {
        if (isZip64)
        {
            var at = archive.Position;
            archive.Write([.. "PK"u8, 6, 6, .. Bytes64(44), .. Bytes16(45), .. Bytes16(45), .. new byte[8]]);
            archive.Write([.. Bytes64(count), .. Bytes64(count), .. Bytes64(size), .. Bytes64(start)]);
            archive.Write([.. "PK"u8, 6, 7, .. new byte[4], .. Bytes64(at), .. Bytes32(1)]);
            (count, size, start) = (ushort.MaxValue, uint.MaxValue, uint.MaxValue);
        }

        archive.Write([.. "PK"u8, 5, 6, .. new byte[4], .. Bytes16((int)count), .. Bytes16((int)count), .. Bytes32((uint)size), .. Bytes32((uint)start)]);
        archive.Write([.. Bytes16(comment.Length), .. comment]);
    }

    private static byte[] Deflate(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(content);
        }

        return packed.ToArray();
    }

    private static byte[] Bytes16(int value)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)value);
        return bytes;
    }

    private static byte[] Bytes32(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }

    private static byte[] Bytes64(long value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        return bytes;
    }
}
