using System.Collections.Frozen;

namespace ArchiveScrub.Captures.Charsets;

/// <summary>Every charset that is decoded, by its name in the Encoding standard.</summary>
internal static class CharsetDecoders
{
    private static readonly FrozenDictionary<string, MultiByteCharset> MultiByte = new Dictionary<string, MultiByteCharset>(StringComparer.Ordinal)
    {
        ["gbk"] = new Gb18030Charset(),
        ["gb18030"] = new Gb18030Charset(),
        ["big5"] = new DoubleByteCharset(950, 0x40),
        ["euc-jp"] = new EucJpCharset(),
        ["iso-2022-jp"] = new Iso2022JpCharset(),
        ["shift_jis"] = new ShiftJisCharset(),
        ["euc-kr"] = new DoubleByteCharset(949, 0x41),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The charset of several bytes a character that has the name; null where it is of another sort.</summary>
    public static MultiByteCharset? FindMultiByte(string name) => MultiByte.GetValueOrDefault(name);

    /// <summary>Decodes a payload, whatever its bytes.</summary>
    /// <param name="payload">The whole payload.</param>
    /// <param name="start">Where its text starts: after the byte order mark.</param>
    /// <param name="charset">A charset by a name of the standard, or <c>utf-32le</c>, <c>utf-32be</c>; its count of replacements is set anew.</param>
    public static SourceText Decode(ReadOnlyMemory<byte> payload, int start, Charset charset) => charset.Name switch
    {
        "utf-8" => Utf8SourceText.Decode(payload, start, charset),
        "utf-16le" => Utf16SourceText.Decode(payload, start, charset, bigEndian: false),
        "utf-16be" => Utf16SourceText.Decode(payload, start, charset, bigEndian: true),
        "utf-32le" => Utf32SourceText.Decode(payload, start, charset, bigEndian: false),
        "utf-32be" => Utf32SourceText.Decode(payload, start, charset, bigEndian: true),
        var name when SingleByteTables.Find(name) is { } table => SingleByteSourceText.Decode(payload, charset, table),
        var name when FindMultiByte(name) is { } decoder => MultiByteSourceText.Decode(payload, charset, decoder),
        var name => throw new ArgumentException($"no charset of the Encoding standard: {name}", nameof(charset)),
    };
}
