using System.Text;
using ArchiveScrub.Captures.Charsets;

namespace ArchiveScrub.Tests.Captures;

/// <summary>Writes text in a charset by its name in the Encoding standard; what the charset lacks becomes a question mark.</summary>
internal static class CharsetEncoder
{
    // Letters of Vietnamese that windows-1258 writes as a letter and a tone: plain, grave, hook, tilde, acute, dot.
    private const string Vowels = "aàảãáạ ăằẳẵắặ âầẩẫấậ eèẻẽéẹ êềểễếệ iìỉĩíị oòỏõóọ ôồổỗốộ ơờởỡớợ uùủũúụ ưừửữứự yỳỷỹýỵ";
    private const string Tones = "\u0300\u0309\u0303\u0301\u0323";

    public static byte[] Encode(string text, string charset)
    {
        if (SingleByteTables.Find(charset) is { } table)
        {
            return [.. (charset == "windows-1258" ? SplitTones(text, table) : text).Select(c => c < 0x80 ? (byte)c : c != '\uFFFD' && table.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? (byte)(at + 0x80) : (byte)'?')];
        }

        Encoding encoding = charset switch
        {
            "utf-8" => new UTF8Encoding(false),
            "utf-16le" => new UnicodeEncoding(false, false),
            "utf-16be" => new UnicodeEncoding(true, false),
            "utf-32le" => new UTF32Encoding(false, false),
            "utf-32be" => new UTF32Encoding(true, false),
            _ => CodePagesEncodingProvider.Instance.GetEncoding(charset switch
            {
                "shift_jis" => 932,
                "euc-jp" => 51932,
                "iso-2022-jp" => 50220,
                "gbk" => 936,
                "gb18030" => 54936,
                "big5" => 950,
                "euc-kr" => 949,
                _ => throw new ArgumentException(charset, nameof(charset)),
            })!,
        };
        return encoding.GetBytes(text);
    }

    /// <summary>How a text reads once it was written in a charset: tones of windows-1258 stay apart.</summary>
    public static string AsWritten(string text, string charset) =>
        charset == "windows-1258" ? SplitTones(text, SingleByteTables.Find(charset)!) : text;

    private static string SplitTones(string text, string table)
    {
        var split = new StringBuilder();
        foreach (var c in text)
        {
            var row = Array.Find(Vowels.Split(' '), r => r.IndexOf(char.ToLowerInvariant(c), 1) >= 0);
            if (row is null || table.Contains(c, StringComparison.Ordinal))
            {
                split.Append(c);
                continue;
            }

            split.Append(char.IsUpper(c) ? char.ToUpperInvariant(row[0]) : row[0]);
            split.Append(Tones[row.IndexOf(char.ToLowerInvariant(c), StringComparison.Ordinal) - 1]);
        }

        return split.ToString();
    }
}
