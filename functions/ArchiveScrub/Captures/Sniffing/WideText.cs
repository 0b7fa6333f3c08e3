using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;

namespace ArchiveScrub.Captures.Sniffing;

/// <summary>
/// Tells UTF-16 and UTF-32 without a byte order mark from text in bytes and from binary data. Their tell-tale are
/// bytes that no 8-bit text holds (NULs between Latin letters, control codes as halves of Han characters), and units
/// that are all assigned characters when, and only when, they are read in the right order.
/// </summary>
internal static class WideText
{
    private const int SampleSize = 4096;

    /// <summary>The control codes that no text in bytes holds: the "binary data bytes" of the MIME Sniffing standard, section 3.</summary>
    public static readonly SearchValues<byte> BinaryBytes = SearchValues.Create(
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 0x0B, 0x0E, 0x0F, 0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x18, 0x19, 0x1A, 0x1C, 0x1D, 0x1E, 0x1F]);

    public static WideForm Detect(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, SampleSize)];
        if (sample.Length < 4 || !sample.ContainsAny(BinaryBytes))
        {
            return WideForm.None;
        }

        if (LooksLikeUtf32(sample, bigEndian: false))
        {
            return WideForm.Utf32LittleEndian;
        }

        if (LooksLikeUtf32(sample, bigEndian: true))
        {
            return WideForm.Utf32BigEndian;
        }

        var little = Utf16Evidence(sample, bigEndian: false);
        var big = Utf16Evidence(sample, bigEndian: true);
        return (little, big) switch
        {
            (0, 0) => WideForm.None,
            _ when little >= big => WideForm.Utf16LittleEndian,
            _ => WideForm.Utf16BigEndian,
        };
    }

    /// <summary>Whether the bytes read as UTF-32: every unit is a scalar value, and nearly all are printable.</summary>
    public static bool LooksLikeUtf32(ReadOnlySpan<byte> sample, bool bigEndian)
    {
        var units = sample.Length / 4;
        var odd = 0;
        for (var i = 0; i < units; i++)
        {
            var unit = sample.Slice(i * 4, 4);
            var value = bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(unit) : BinaryPrimitives.ReadUInt32LittleEndian(unit);
            if (value is > 0x10FFFF or (>= 0xD800 and <= 0xDFFF))
            {
                return false;
            }

            if (value < 0x20 && value is not (9 or 10 or 13))
            {
                odd++;
            }
        }

        return units > 0 && odd <= units / 32;
    }

    /// <summary>How many units are characters that every text holds (blank, line feed, digits, full stops), or 0 where too many are none at all.</summary>
    private static int Utf16Evidence(ReadOnlySpan<byte> sample, bool bigEndian)
    {
        var units = sample.Length / 2;
        var odd = 0;
        var common = 0;
        var pairs = 0;
        var afterHigh = false;
        for (var i = 0; i < units; i++)
        {
            var c = bigEndian ? (char)((sample[i * 2] << 8) | sample[(i * 2) + 1]) : (char)(sample[i * 2] | (sample[(i * 2) + 1] << 8));
            pairs += IsPrintable(sample[i * 2]) && IsPrintable(sample[(i * 2) + 1]) ? 1 : 0;
            var completes = afterHigh && char.IsLowSurrogate(c);
            odd += afterHigh != char.IsLowSurrogate(c) ? 1 : 0; // a lone half, or a half that lacks its mate
            afterHigh = char.IsHighSurrogate(c);
            if (afterHigh || completes || char.IsLowSurrogate(c))
            {
                continue;
            }

            if (c is >= ' ' and < '\u007F' or '\n' or '\r' or '\t' or '\u3000' or '\u3001' or '\u3002' or '\uFF0C')
            {
                common++;
            }
            else if (char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse)
            {
                odd++;
            }
        }

        // Two printable bytes are a Han character by chance in one of five; text in bytes has hardly anything else.
        return odd <= units / 32 && pairs * 5 <= units * 2 && common >= Math.Max(1, units / 64) ? common : 0;
    }

    private static bool IsPrintable(byte b) => b is >= 0x20 and < 0x7F;
}
