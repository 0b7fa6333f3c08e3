using System.Buffers.Binary;
using System.Text;

namespace ArchiveScrub.Captures.Charsets;

/// <summary>GB18030 in its version of 2022, and GBK and GB 2312, which it contains (Encoding standard, section 10.2).</summary>
internal sealed class Gb18030Charset : MultiByteCharset
{
    private static readonly Lazy<DoubleByteTable> Table = new(Load);

    // Codes that the framework still puts into the private use area.
    private const string Moved = "\uA3A0\u3000\uA6D9\uFE10\uA6DA\uFE12\uA6DB\uFE11\uA6DC\uFE13\uA6DD\uFE14\uA6DE\uFE15\uA6DF\uFE16\uA6EC\uFE17\uA6ED\uFE18"
        + "\uA6F3\uFE19\uA8BC\u1E3F\uFE59\u9FB4\uFE61\u9FB5\uFE66\u9FB6\uFE67\u9FB7\uFE6D\u9FB8\uFE7E\u9FB9\uFE90\u9FBA\uFEA0\u9FBB";

    private static readonly Encoding FourBytes = CodePagesEncodingProvider.Instance.GetEncoding(
        54936, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\0"))!;

    /// <inheritdoc/>
    public override int Read(ReadOnlySpan<byte> bytes, ref int state, out int scalar)
    {
        var lead = bytes[0];
        switch (lead)
        {
            case < 0x80:
                return Single(lead, out scalar);
            case 0x80:
                return Single(0x20AC, out scalar);
            case 0xFF:
                return Single(Malformed, out scalar);
        }

        if (bytes.Length < 2)
        {
            return Single(Malformed, out scalar);
        }

        var second = bytes[1];
        if (second is >= (byte)'0' and <= (byte)'9')
        {
            return ReadFour(bytes, out scalar);
        }

        scalar = second >= 0x40 ? Table.Value[lead, second] : 0;
        return scalar != 0 ? 2 : MalformedPair(second, out scalar);
    }

    private static int ReadFour(ReadOnlySpan<byte> bytes, out int scalar)
    {
        if (bytes.Length < 4 || bytes[2] is < 0x81 or > 0xFE || bytes[3] is < (byte)'0' or > (byte)'9')
        {
            return Single(Malformed, out scalar);
        }

        Span<char> decoded = stackalloc char[8];
        var length = FourBytes.GetChars(bytes[..4], decoded);
        scalar = length switch
        {
            1 when decoded[0] == '\u1E3F' => 0xE7C7, // changed places with A8BC
            1 when decoded[0] != '\0' => decoded[0],
            2 when char.IsSurrogatePair(decoded[0], decoded[1]) => char.ConvertToUtf32(decoded[0], decoded[1]),
            _ => Malformed,
        };
        return scalar == Malformed ? 1 : 4;
    }

    private static DoubleByteTable Load()
    {
        var table = DoubleByteTable.FromCodePage(54936, keepPrivateUse: true);
        Span<byte> code = stackalloc byte[2];
        for (var i = 0; i < Moved.Length; i += 2)
        {
            BinaryPrimitives.WriteUInt16BigEndian(code, Moved[i]);
            table[code[0], code[1]] = Moved[i + 1];
        }

        return table;
    }
}
