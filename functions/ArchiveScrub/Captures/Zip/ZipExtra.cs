using System.Buffers.Binary;

namespace ArchiveScrub.Captures.Zip;

/// <summary>Extra fields of a header (APPNOTE section 4.5), of which only the sizes of zip64 matter here.</summary>
internal static class ZipExtra
{
    private const int Zip64 = 0x0001;

    /// <summary>The content of the zip64 field; empty where there is none.</summary>
    public static ReadOnlySpan<byte> FindZip64(ReadOnlySpan<byte> extra)
    {
        while (extra.Length >= 4)
        {
            var id = BinaryPrimitives.ReadUInt16LittleEndian(extra);
            var size = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            extra = extra[4..];
            if (size > extra.Length)
            {
                return [];
            }

            if (id == Zip64)
            {
                return extra[..size];
            }

            extra = extra[size..];
        }

        return [];
    }

    /// <summary>
    /// Takes a value that did not fit into its four bytes from the field, where values stand one after the other; false
    /// where the field does not hold it, or it is beyond all files.
    /// </summary>
    public static bool TryWiden(ref ReadOnlySpan<byte> field, ref long value)
    {
        if (value != uint.MaxValue)
        {
            return true;
        }

        if (field.Length < 8)
        {
            return false;
        }

        value = BinaryPrimitives.ReadInt64LittleEndian(field);
        field = field[8..];
        return value >= 0;
    }
}
