using System.Text;
using ArchiveScrub.Captures;
using ArchiveScrub.Captures.Charsets;
using Xunit;

namespace ArchiveScrub.Tests.Captures;

/// <summary>The way back from characters to bytes, over random text and random damage in every charset.</summary>
public sealed class SourceTextTests
{
    private static readonly string[] Alphabets =
    [
        "abc <p>&\r\n\0",
        "éüñ€’œ",
        "żółćęľď",
        "Привет, мир №ёЁ",
        "Ελληνικά Άώ",
        "שלום",
        "مرحبا",
        "สวัสดี",
        "日本語のカナーﾊﾝ",
        "中文简体，的一是。",
        "中文繁體，的一是。",
        "한국어 텍스트",
        "🙂𠀋𝄞\uFFFD",
    ];

    public static TheoryData<string> Charsets =>
        [.. CharsetLabels.AllNames.Where(name => name != CharsetLabels.Replacement).Append("utf-32le").Append("utf-32be").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Charsets))]
    public void Slices_between_mapped_positions_decode_to_the_text_between(string charset)
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var bytes = RandomBytes(random, charset, damage: 0);
            var source = Decode(bytes, charset);
            var positions = Enumerable.Range(0, source.Text.Length + 1).Where(p => !SplitsPair(source.Text, p)).Order().ToArray();
            var offsets = new int[positions.Length];
            source.MapToBytes(positions, offsets);

            Assert.Equal(0, source.Charset.Replacements);
            Assert.Equal(0, offsets[0]);
            for (var i = 0; i + 1 < positions.Length; i++)
            {
                var j = random.Next(i + 1, positions.Length);
                var expected = source.Text[positions[i]..positions[j]];
                if (charset != "iso-2022-jp") // its bytes mean nothing without what came before
                {
                    Assert.Equal(expected, Decode(bytes[offsets[i]..offsets[j]], charset).Text);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Charsets))]
    public void Mapped_positions_ascend_and_stay_in_the_payload_whatever_the_damage(string charset)
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var bytes = RandomBytes(random, charset, damage: 12);
            var source = Decode(bytes, charset);
            var positions = Enumerable.Range(0, source.Text.Length + 1).ToArray();
            var offsets = new int[positions.Length];
            source.MapToBytes(positions, offsets);

            Assert.Equal(0, charset == "iso-2022-jp" ? 0 : offsets[0]);
            for (var i = 1; i < offsets.Length; i++)
            {
                Assert.True(offsets[i] > offsets[i - 1] || SplitsPair(source.Text, i), $"seed {seed}, position {i}: {offsets[i - 1]}, {offsets[i]}");
            }

            Assert.InRange(offsets[^1], 0, bytes.Length);
            if (charset != "iso-2022-jp")
            {
                Assert.Equal(bytes.Length, offsets[^1]);
            }

            AssertSame(source, positions, offsets, random);
            Assert.InRange(source.Charset.Replacements, 0, source.Text.Count(c => c == '\uFFFD'));
            Assert.False(source.Text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') >= 0 && HasLoneSurrogate(source.Text));
        }
    }

    [Theory]
    [InlineData("utf-8", 3)]
    [InlineData("utf-16le", 2)]
    [InlineData("utf-16be", 2)]
    [InlineData("utf-32le", 4)]
    public void Byte_order_mark_is_not_in_the_text_but_in_the_offsets(string charset, int length)
    {
        byte[] bytes = [.. CharsetEncoder.Encode("\uFEFF", charset), .. CharsetEncoder.Encode("aé\uFEFF", charset)];
        var source = TextDecoder.Decode(bytes, PageFormat.Text, null);
        var offsets = new int[2];
        source.MapToBytes([0, source.Text.Length], offsets);

        Assert.Equal("aé\uFEFF", source.Text);
        Assert.Equal([length, bytes.Length], offsets);
    }

    [Fact]
    public void No_positions_and_an_empty_payload_are_fine()
    {
        foreach (var charset in new[] { "utf-8", "utf-16le", "utf-32be", "windows-1251", "gb18030", "iso-2022-jp" })
        {
            var source = Decode([], charset);
            var offsets = new int[1];
            source.MapToBytes([], []);
            source.MapToBytes([0], offsets);

            Assert.Equal("", source.Text);
            Assert.Equal(0, offsets[0]);
        }
    }

    [Fact]
    public void Utf8_damage_is_one_replacement_for_each_maximal_subpart()
    {
        // The example of the Unicode Standard, section 3.9, table 3-11.
        var source = Decode([0x61, 0xF1, 0x80, 0x80, 0xE1, 0x80, 0xC2, 0x62, 0x80, 0x63, 0x80, 0xBF, 0x64], "utf-8");
        var offsets = new int[source.Text.Length + 1];
        source.MapToBytes([.. Enumerable.Range(0, offsets.Length)], offsets);

        Assert.Equal("a\uFFFD\uFFFD\uFFFDb\uFFFDc\uFFFD\uFFFDd", source.Text);
        Assert.Equal(6, source.Charset.Replacements);
        Assert.Equal([0, 1, 4, 6, 7, 8, 9, 10, 11, 12, 13], offsets);
    }

    /// <summary>Some positions give the same offsets as all of them.</summary>
    private static void AssertSame(SourceText source, int[] positions, int[] offsets, Random random)
    {
        var some = positions.Where(_ => random.Next(7) == 0).SelectMany(p => random.Next(3) == 0 ? new[] { p, p } : [p]).ToArray();
        var mapped = new int[some.Length];
        source.MapToBytes(some, mapped);
        Assert.Equal(some.Select(p => offsets[p]), mapped);
    }

    private static byte[] RandomBytes(Random random, string charset, int damage)
    {
        var text = new StringBuilder();
        for (var length = random.Next(1, 60); text.Length < length;)
        {
            var alphabet = Alphabets[random.Next(2) == 0 ? 0 : random.Next(Alphabets.Length)];
            var runes = alphabet.EnumerateRunes().ToArray();
            for (var run = random.Next(1, 9); run > 0; run--)
            {
                var rune = runes[random.Next(runes.Length)].ToString();
                text.Append(rune == "\uFFFD" || Fits(rune, charset) ? rune : "?");
            }
        }

        text.Replace("\uFFFD", Fits("\uFFFD", charset) ? "\uFFFD" : "?");
        var bytes = CharsetEncoder.Encode(text.ToString(), charset).ToList();
        for (var i = random.Next(damage + 1); i > 0; i--)
        {
            bytes.Insert(random.Next(bytes.Count + 1), (byte)random.Next(256));
        }

        if (damage > 0 && random.Next(3) == 0)
        {
            bytes.RemoveRange(random.Next(bytes.Count), 1);
        }

        return [.. bytes];
    }

    private static bool Fits(string rune, string charset) => Decode(CharsetEncoder.Encode(rune, charset), charset).Text == rune;

    private static SourceText Decode(byte[] bytes, string charset) =>
        CharsetDecoders.Decode(bytes, 0, new Charset(charset, CharsetSource.Http, 1, 0));

    private static bool SplitsPair(string text, int position) =>
        position > 0 && position < text.Length && char.IsLowSurrogate(text[position]) && char.IsHighSurrogate(text[position - 1]);

    private static bool HasLoneSurrogate(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar && !text.Contains('\uFFFD', StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
