using System.Text;
using ArchiveScrub.Captures;
using Xunit;
using Xunit.Abstractions;

namespace ArchiveScrub.Tests.Captures;

public sealed class CharsetDetectorTests(ITestOutputHelper output)
{
    public static TheoryData<string, string> Samples()
    {
        var samples = new TheoryData<string, string>();
        foreach (var (language, charsets, _) in LanguageSamples.All)
        {
            foreach (var charset in charsets)
            {
                samples.Add(language, charset);
            }
        }

        return samples;
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Charset_of_a_whole_text_is_found_in_text_and_in_html(string language, string charset)
    {
        var text = TextIn(language, charset);

        Assert.Equal(text, Decode(text, charset, PageFormat.Text));
        var page = Wrap(text);
        Assert.Equal(page, Decode(page, charset, PageFormat.Html));
        var longer = Wrap(string.Join('\n', Enumerable.Repeat(text, 5)));
        Assert.Equal(longer, Decode(longer, charset, PageFormat.Html));
    }

    [Theory]
    [InlineData(200, 99)]
    [InlineData(40, 92)]
    public void Charset_of_a_part_of_a_text_is_nearly_always_found(int length, int percent)
    {
        var (all, right) = (0, 0);
        foreach (var (language, charsets, _) in LanguageSamples.All)
        {
            foreach (var charset in charsets)
            {
                var text = TextIn(language, charset);
                var (here, found) = (0, 0);
                var missed = new SortedDictionary<string, int>(StringComparer.Ordinal);
                foreach (var part in Parts(text, length).Select(Wrap))
                {
                    var decoded = TextDecoder.Decode(CharsetEncoder.Encode(part, charset), PageFormat.Html, null);
                    here++;
                    if (decoded.Text == part)
                    {
                        found++;
                    }
                    else
                    {
                        missed[decoded.Charset.Name] = missed.GetValueOrDefault(decoded.Charset.Name) + 1;
                    }
                }

                all += here;
                right += found;
                if (found < here)
                {
                    output.WriteLine($"{language} {charset}: {found}/{here} {string.Join(' ', missed.Select(m => $"{m.Key}:{m.Value}"))}");
                }
            }
        }

        output.WriteLine($"{length}: {right}/{all}");
        Assert.True(right * 100 >= all * percent, $"{right} of {all} at {length} characters");
    }

    [Theory]
    [InlineData(40)]
    [InlineData(200)]
    public void Declared_charset_that_is_right_is_never_given_up(int length)
    {
        foreach (var (language, charsets, _) in LanguageSamples.All)
        {
            foreach (var charset in charsets)
            {
                foreach (var part in Parts(TextIn(language, charset), length))
                {
                    var page = Wrap(part);
                    Assert.Equal(page, TextDecoder.Decode(CharsetEncoder.Encode(page, charset), PageFormat.Html, charset).Text);
                }
            }
        }
    }

    [Theory]
    [InlineData("utf-8", 99)]
    [InlineData("iso-8859-1", 95)]
    public void Declared_charset_that_is_wrong_is_nearly_always_seen_through(string declared, int percent)
    {
        var (all, right) = (0, 0);
        foreach (var (language, charsets, _) in LanguageSamples.All)
        {
            foreach (var charset in charsets)
            {
                var (here, found) = (0, 0);
                foreach (var part in Parts(TextIn(language, charset), 200))
                {
                    var page = Wrap(part);
                    here++;
                    found += TextDecoder.Decode(CharsetEncoder.Encode(page, charset), PageFormat.Html, declared).Text == page ? 1 : 0;
                }

                all += here;
                right += found;
                if (found < here)
                {
                    output.WriteLine($"{language} {charset}: {found}/{here}");
                }
            }
        }

        output.WriteLine($"{declared}: {right}/{all}");
        Assert.True(right * 100 >= all * percent, $"{right} of {all}");
    }

    private static IEnumerable<string> Parts(string text, int length)
    {
        for (var start = 0; start + length <= text.Length; start += 11)
        {
            yield return text.Substring(start, length);
        }
    }

    private static string TextIn(string language, string charset)
    {
        var text = CharsetEncoder.AsWritten(Array.Find(LanguageSamples.All, sample => sample.Language == language).Text, charset);
        return DecodeAs(CharsetEncoder.Encode(text, charset), charset); // without what the charset lacks
    }

    private static string DecodeAs(byte[] bytes, string charset) =>
        ArchiveScrub.Captures.Charsets.CharsetDecoders.Decode(bytes, 0, new Charset(charset, CharsetSource.Http, 1, 0)).Text;

    private static string Decode(string text, string charset, PageFormat format) =>
        TextDecoder.Decode(CharsetEncoder.Encode(text, charset), format, null).Text;

    private static string Wrap(string text)
    {
        var page = new StringBuilder("<!DOCTYPE html><html><head><title>A page</title><style>p{margin:0}</style><script>var a=1<2;</script></head><body><ul class=\"menu\">");
        for (var i = 0; i < 40; i++)
        {
            page.Append(System.Globalization.CultureInfo.InvariantCulture, $"<li><a href=\"/section/{i}.html\" title=\"Section\">Section {i}</a></li>\n");
        }

        return page.Append("</ul><p class=\"lead\">").Append(text).Append("</p></body></html>").ToString();
    }
}
