using System.Text;
using ArchiveScrub.Captures;
using ArchiveScrub.Captures.Charsets;
using Xunit;

namespace ArchiveScrub.Tests.Captures;

public sealed class TextDecoderTests
{
    private const string Russian = "Паром через реку снова ходит со среды, сообщили в управлении порта.";
    private const string French = "Le bac a repris son service après trois semaines d’arrêt, à la joie des élèves.";

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16le")]
    [InlineData("utf-16be")]
    [InlineData("utf-32le")]
    [InlineData("utf-32be")]
    public void Byte_order_mark_goes_before_everything(string charset)
    {
        var text = Html(Russian, "windows-1251");
        byte[] bytes = [.. CharsetEncoder.Encode("\uFEFF", charset), .. CharsetEncoder.Encode(text, charset)];

        var source = Decode(bytes, http: "koi8-r");

        Assert.Equal(text, source.Text);
        Assert.Equal(new Charset(charset, CharsetSource.Bom, 1, 0, "koi8-r"), source.Charset);
    }

    [Fact]
    public void Byte_order_mark_that_agrees_with_what_is_declared_leaves_nothing_unfollowed()
    {
        Assert.Null(Decode([0xEF, 0xBB, 0xBF, (byte)'x'], http: "UTF8").Charset.Declared);
        Assert.Null(Decode([0xFF, 0xFE, (byte)'x', 0], http: "utf-16").Charset.Declared);
        Assert.Null(Decode([0xFE, 0xFF, 0, (byte)'x'], http: "utf-16").Charset.Declared);
    }

    [Fact]
    public void Transport_goes_before_meta_and_meta_before_the_xml_declaration()
    {
        var text = "<?xml version='1.0' encoding='koi8-u'?>" + Html(French, "iso-8859-2");

        Assert.Equal(("windows-1254", CharsetSource.Http), NameAndSource(Decode(CharsetEncoder.Encode(text, "windows-1254"), http: "iso-8859-9")));
        Assert.Equal(("windows-1252", CharsetSource.Meta), NameAndSource(Decode(CharsetEncoder.Encode(text.Replace("iso-8859-2", "latin1", StringComparison.Ordinal), "windows-1252"))));
        var xml = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><html><body><p>" + French + "</p></body></html>";
        Assert.Equal(("windows-1252", CharsetSource.Xml), NameAndSource(Decode(CharsetEncoder.Encode(xml, "windows-1252"))));
    }

    [Fact]
    public void Text_captures_declare_nothing_of_themselves()
    {
        var source = TextDecoder.Decode(Encoding.UTF8.GetBytes("<meta charset=koi8-r> " + French), PageFormat.Text, null);

        Assert.Equal("utf-8", source.Charset.Name);
        Assert.Null(source.Charset.Declared);
    }

    [Theory]
    [InlineData("windows-1251")]
    [InlineData("koi8-r")]
    [InlineData("iso-8859-5")]
    [InlineData("ibm866")]
    [InlineData("x-mac-cyrillic")]
    public void Declared_charset_that_fits_is_followed_with_full_confidence(string charset)
    {
        var source = Decode(CharsetEncoder.Encode(Html(Russian, charset), charset));

        Assert.Equal(new Charset(charset, CharsetSource.Meta, 1, 0), source.Charset);
    }

    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("utf-8")]
    [InlineData("shift_jis")]
    public void Cyrillic_that_is_declared_as_something_else_is_recognised(string declared)
    {
        var text = Html(Russian, declared);

        var source = Decode(CharsetEncoder.Encode(text, "windows-1251"));

        Assert.Equal(text, source.Text);
        Assert.Equal(("windows-1251", CharsetSource.Detected), NameAndSource(source));
        Assert.Equal(declared, source.Charset.Declared);
    }

    [Fact]
    public void Server_default_that_does_not_fit_yields_to_the_meta_element_that_does()
    {
        var source = Decode(CharsetEncoder.Encode(Html(Russian, "windows-1251"), "windows-1251"), http: "ISO-8859-1");

        Assert.Equal(("windows-1251", CharsetSource.Meta), NameAndSource(source));
        Assert.Equal("ISO-8859-1", source.Charset.Declared);
    }

    [Theory]
    [InlineData("windows-1252")]
    [InlineData("windows-1251")]
    [InlineData("gbk")]
    [InlineData("big5")]
    public void Utf8_that_is_declared_as_something_else_is_recognised(string declared)
    {
        foreach (var text in new[] { Html(French, declared), Html(Russian, declared), Html("渡船恢复通航，乘客可以买票。", declared) })
        {
            var source = Decode(Encoding.UTF8.GetBytes(text));

            Assert.Equal(text, source.Text);
            Assert.Equal(new Charset("utf-8", CharsetSource.Detected, 0.99, 0, declared), source.Charset);
        }
    }

    [Fact]
    public void Windows_1252_that_is_declared_as_utf8_is_recognised()
    {
        var text = Html(French, "utf-8");

        var source = Decode(CharsetEncoder.Encode(text, "windows-1252"));

        Assert.Equal(text, source.Text);
        Assert.Equal(("windows-1252", CharsetSource.Detected), NameAndSource(source));
        Assert.Equal("utf-8", source.Charset.Declared);
    }

    [Fact]
    public void Utf8_with_a_cut_off_last_character_stays_utf8()
    {
        var bytes = Encoding.UTF8.GetBytes(Html(French, "utf-8") + "é")[..^1];

        var source = Decode(bytes);

        Assert.Equal(("utf-8", CharsetSource.Meta), NameAndSource(source));
        Assert.Equal(1, source.Charset.Replacements);
        Assert.EndsWith("\uFFFD", source.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Utf8_with_a_pasted_passage_of_another_charset_stays_utf8_and_counts_the_damage()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Html(string.Concat(Enumerable.Repeat(French, 3)), "utf-8")), .. "<p>d"u8, 0xE9, .. "j"u8, 0xE0, .. " vu</p>"u8];

        var source = Decode(bytes);

        Assert.Equal("utf-8", source.Charset.Name);
        Assert.Equal(2, source.Charset.Replacements);
        Assert.Contains("d\uFFFDj\uFFFD vu", source.Text, StringComparison.Ordinal);
        Assert.InRange(source.Charset.Confidence, 0.8, 0.99);
    }

    [Fact]
    public void Replacement_characters_of_the_page_itself_are_not_counted()
    {
        var source = Decode([.. Encoding.UTF8.GetBytes("é \uFFFD \uFFFD è ê"), 0xFF, .. Encoding.UTF8.GetBytes("\uFFFD")], http: "utf-8");

        Assert.Equal(1, source.Charset.Replacements);
        Assert.Equal(4, source.Text.Count(c => c == '\uFFFD'));
    }

    [Theory]
    [InlineData("utf-7")]
    [InlineData("x-nonsense")]
    [InlineData("hz-gb-2312")]
    [InlineData("iso-2022-kr")]
    public void Refused_and_unknown_labels_leave_the_word_to_the_bytes(string label)
    {
        var text = Html(French, label);

        var utf8 = Decode(Encoding.UTF8.GetBytes(text));
        Assert.Equal(text, utf8.Text);
        Assert.Equal(("utf-8", CharsetSource.Detected, label), (utf8.Charset.Name, utf8.Charset.Source, utf8.Charset.Declared));
        Assert.Equal(text, Decode(CharsetEncoder.Encode(text, "windows-1252")).Text);
    }

    [Fact]
    public void Utf7_is_never_decoded()
    {
        var bytes = "<meta charset=utf-7>+ADw-script+AD4-"u8.ToArray();

        Assert.Equal("<meta charset=utf-7>+ADw-script+AD4-", Decode(bytes).Text);
        Assert.Equal("utf-7", Decode(bytes).Charset.Declared);
    }

    [Fact]
    public void Plain_ascii_is_the_default_or_what_is_declared()
    {
        Assert.Equal(new Charset("windows-1252", CharsetSource.Default, 1, 0), Decode("<p>Plain</p>"u8.ToArray()).Charset);
        Assert.Equal(new Charset("koi8-r", CharsetSource.Http, 1, 0), Decode("<p>Plain</p>"u8.ToArray(), http: "KOI8-R").Charset);
        Assert.Equal(new Charset("utf-8", CharsetSource.Meta, 1, 0), Decode("<meta charset='utf-16'><p>Plain</p>"u8.ToArray()).Charset);
    }

    [Fact]
    public void Utf16_that_the_transport_declares_is_not_believed_of_bytes()
    {
        var source = Decode("<p>Plain</p>"u8.ToArray(), http: "utf-16");

        Assert.Equal("<p>Plain</p>", source.Text);
        Assert.Equal("utf-16", source.Charset.Declared);
    }

    [Theory]
    [InlineData("utf-16le")]
    [InlineData("utf-16be")]
    [InlineData("utf-32le")]
    [InlineData("utf-32be")]
    public void Wide_text_without_a_mark_is_recognised(string charset)
    {
        foreach (var text in new[] { Html(French, "utf-16"), Html(Russian, "utf-8"), "渡船恢复通航，港口管理处宣布了这一消息。乘客可以像从前一样购票。" })
        {
            var source = Decode(CharsetEncoder.Encode(text, charset));

            Assert.Equal(text, source.Text);
            Assert.Equal(charset, source.Charset.Name);
        }
    }

    [Fact]
    public void Iso_2022_jp_is_recognised_and_kept_apart_from_ascii()
    {
        var text = Html("川を渡る船が運航を再開した。", "iso-2022-jp");

        Assert.Equal(new Charset("iso-2022-jp", CharsetSource.Meta, 1, 0), Decode(CharsetEncoder.Encode(text, "iso-2022-jp")).Charset);
        var wrong = Html("川を渡る船が運航を再開した。", "utf-8");
        var source = Decode(CharsetEncoder.Encode(wrong, "iso-2022-jp"));
        Assert.Equal(wrong, source.Text);
        Assert.Equal("utf-8", source.Charset.Declared);
        Assert.Equal("windows-1252", Decode("\u001B[1mbold\u001B[0m"u8.ToArray()).Charset.Name);
    }

    [Fact]
    public void Nul_and_control_characters_stay_in_the_text()
    {
        Assert.Equal("<p>a\0b\u0001c</p>", Decode("<p>a\0b\u0001c</p>"u8.ToArray(), http: "utf-8").Text);
    }

    [Theory]
    [InlineData("shift_jis")]
    [InlineData("euc-jp")]
    [InlineData("gbk")]
    [InlineData("gb18030")]
    [InlineData("big5")]
    [InlineData("euc-kr")]
    public void Lead_byte_without_its_trail_swallows_no_markup(string charset)
    {
        foreach (byte lead in (byte[])[0x81, 0x8F, 0xB0, 0xC4, 0xE0, 0xF0, 0xFE, 0xFF, 0x80, 0xA0])
        {
            byte[] bytes = [.. "<p>"u8, lead, .. "</p>"u8, lead, .. "\"q\">"u8, lead];
            var text = CharsetDecoders.Decode(bytes, 0, new Charset(charset, CharsetSource.Http, 1, 0)).Text;

            Assert.Contains("</p>", text, StringComparison.Ordinal);
            Assert.Contains("\"q\">", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("gb2312", "gbk")]
    [InlineData("KS_C_5601-1987", "euc-kr")]
    [InlineData(" Shift-JIS\t", "shift_jis")]
    [InlineData("latin1", "windows-1252")]
    [InlineData("ISO-8859-9", "windows-1254")]
    [InlineData("tis-620", "windows-874")]
    [InlineData("unicode-1-1-utf-8", "utf-8")]
    [InlineData("utf-7", null)]
    [InlineData("replacement", null)]
    [InlineData("", null)]
    public void Labels_are_those_of_the_encoding_standard(string label, string? name)
    {
        Assert.Equal(name, CharsetLabels.Find(label));
    }

    [Fact]
    public void Every_label_leads_to_a_decoder()
    {
        foreach (var name in CharsetLabels.AllNames.Where(n => n != CharsetLabels.Replacement))
        {
            Assert.Equal("a<b", CharsetDecoders.Decode(name.StartsWith("utf-16", StringComparison.Ordinal) ? CharsetEncoder.Encode("a<b", name) : "a<b"u8.ToArray(), 0, new Charset(name, CharsetSource.Http, 1, 0)).Text);
        }
    }

    // Characters on which the framework's code pages and the Encoding standard differ, or where decoders go wrong.
    [Theory]
    [InlineData("shift_jis", "8160 879A FA40 B1 F040", "～∵ⅰｱ\uE000")]
    [InlineData("euc-jp", "A1C1 8EB1 8FB0A1 ADFA F9A1", "～ｱ丂∵纊")]
    [InlineData("gb18030", "80 A8BC 8135F437 9439DA33 A3A0", "€ḿ\uE7C7💩\u3000")]
    [InlineData("euc-kr", "B0A1 8141 C652", "가갂힣")]
    [InlineData("big5", "A440 F9D5 A3E1", "一龘€")]
    [InlineData("windows-1252", "80 81 9F", "€\u0081Ÿ")]
    [InlineData("windows-1253", "AA A2", "\uFFFDΆ")]
    [InlineData("iso-8859-7", "A4 A1", "€‘")]
    [InlineData("koi8-u", "A4 AE", "єў")]
    [InlineData("macintosh", "BD F0", "Ω\uF8FF")]
    [InlineData("x-mac-cyrillic", "FF A2", "€Ґ")]
    [InlineData("iso-8859-10", "A1 FF", "Ąĸ")]
    [InlineData("iso-8859-14", "A1 F0 FF", "Ḃŵÿ")]
    [InlineData("iso-8859-16", "A4 BA", "€ș")]
    [InlineData("x-user-defined", "80 FF", "\uF780\uF7FF")]
    public void Characters_are_those_of_the_encoding_standard(string charset, string hex, string expected)
    {
        var bytes = Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
        var text = CharsetDecoders.Decode(bytes, 0, new Charset(charset, CharsetSource.Http, 1, 0)).Text;

        Assert.Equal(expected, text);
    }

    [Theory]
    [InlineData("<meta charset=koi8-r>", "koi8-r")]
    [InlineData("<META CHARSET = 'Windows-1251' >", "Windows-1251")]
    [InlineData("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=koi8-r\">", "koi8-r")]
    [InlineData("<meta content='text/html;charset=koi8-r' http-equiv=content-type />", "koi8-r")]
    [InlineData("<meta http-equiv=Content-Type content=\"text/html; charset='koi8-r'\">", "koi8-r")]
    [InlineData("<meta content=\"text/html; charset=koi8-r\">", null)]
    [InlineData("<meta name=a content=b><meta charset=koi8-r>", "koi8-r")]
    [InlineData("<!-- <meta charset=koi8-r> --><meta charset=big5>", "big5")]
    [InlineData("<!--><meta charset=koi8-r>", "koi8-r")]
    [InlineData("<a title=\"<meta charset=koi8-r>\"><meta charset=big5>", "big5")]
    [InlineData("<meta charset=nonsense><meta charset=big5>", "big5")]
    [InlineData("<meta charset=nonsense>", "nonsense")]
    [InlineData("<metadata charset=koi8-r>", null)]
    [InlineData("<meta charset=\"koi8-r", null)]
    [InlineData("<meta", null)]
    [InlineData("<meta charset=", null)]
    [InlineData("<meta http-equiv=content-type content=charset>", null)]
    [InlineData("<meta/charset=koi8-r/>", "koi8-r/")]
    [InlineData("<", null)]
    [InlineData("", null)]
    public void Meta_prescan_reads_what_the_html_standard_reads(string html, string? expected)
    {
        Assert.Equal(expected, MetaPrescan.Find(Encoding.ASCII.GetBytes(html)));
        Assert.Equal(expected, MetaPrescan.Find(Encoding.ASCII.GetBytes("<html><head>" + new string(' ', 3000) + html)));
    }

    [Fact]
    public void Meta_prescan_reaches_4096_bytes_and_no_further()
    {
        Assert.Equal("big5", MetaPrescan.Find(Encoding.ASCII.GetBytes(new string(' ', 4070) + "<meta charset=big5>")));
        Assert.Null(MetaPrescan.Find(Encoding.ASCII.GetBytes(new string(' ', 4096) + "<meta charset=big5>")));
    }

    [Theory]
    [InlineData("<")]
    [InlineData("<!--")]
    [InlineData("<script ")]
    [InlineData("<a b='")]
    [InlineData("<b>")]
    [InlineData("</")]
    [InlineData("é<i>")]
    [InlineData("\u001B$B")]
    public void Page_of_one_mark_a_million_times_ends(string mark)
    {
        var text = string.Concat(Enumerable.Repeat(mark, 1_000_000)) + "é";

        Assert.Equal(text, Decode(Encoding.Latin1.GetBytes(text)).Text);
    }

    [Fact]
    public void Same_bytes_give_the_same_charset_every_time()
    {
        var bytes = CharsetEncoder.Encode(Html(French, "x-nonsense"), "windows-1252");

        Assert.Equal(Decode(bytes).Charset, Decode(bytes).Charset);
    }

    private static SourceText Decode(byte[] bytes, string? http = null) => TextDecoder.Decode(bytes, PageFormat.Html, http);

    private static (string Name, CharsetSource Source) NameAndSource(SourceText source) => (source.Charset.Name, source.Charset.Source);

    private static string Html(string text, string charset) =>
        $"<!DOCTYPE html><html><head><meta charset=\"{charset}\"><title>x</title></head><body><p>{text}</p></body></html>";
}
