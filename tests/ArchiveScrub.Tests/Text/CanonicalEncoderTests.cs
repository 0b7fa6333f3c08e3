using System.Text;
using System.Text.Json;
using ArchiveScrub.Text;
using Xunit;

namespace ArchiveScrub.Tests.Text;

/// <summary>Strings are escaped as RFC 8785 section 3.2.2.2 says, and no further.</summary>
public sealed class CanonicalEncoderTests
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = CanonicalEncoder.Instance };

    [Theory]
    [InlineData("\"", "\\\"")]
    [InlineData("\\", "\\\\")]
    [InlineData("\b\t\n\f\r", "\\b\\t\\n\\f\\r")]
    [InlineData("\0\u000B\u001F", "\\u0000\\u000b\\u001f")]
    [InlineData("/<>&'+`", "/<>&'+`")]
    [InlineData("\u007F\u00A0\u2028\u2029\u200B\uFEFF", "\u007F\u00A0\u2028\u2029\u200B\uFEFF")]
    [InlineData("é 港 \uD83D\uDE80 \uD835\uDD38", "é 港 \uD83D\uDE80 \uD835\uDD38")]
    [InlineData("\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\u002f", "\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/")] // the example of section 3.2.2.2
    public void String_is_escaped_as_the_specification_says(string text, string expected)
    {
        Assert.Equal($"\"{expected}\"", JsonSerializer.Serialize(text, Options));
        Assert.Equal($"\"{expected}\"", Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(text, Options)));
        Assert.Equal(expected, CanonicalEncoder.Instance.Encode(text));
    }

    [Fact]
    public void Every_code_point_comes_back_and_only_the_named_ones_are_escaped()
    {
        for (var i = 0; i <= 0x10FFFF; i++)
        {
            if (Rune.IsValid(i))
            {
                var text = new Rune(i).ToString();
                var json = JsonSerializer.Serialize(text, Options);
                Assert.Equal(i is < 0x20 or '"' or '\\', json != $"\"{text}\"");
                if (i < 0x3000)
                {
                    Assert.Equal(text, JsonSerializer.Deserialize<string>(json));
                }
            }
        }
    }

    [Fact]
    public void Lone_surrogate_is_replaced()
    {
        // No InlineData: attributes are stored as UTF-8, which has no lone surrogates.
        foreach (var (text, expected) in new[] { ("a\uD83Db", "a\uFFFDb"), ("\uDE80", "\uFFFD"), ("\"\uD83D", "\\\"\uFFFD") })
        {
            Assert.Equal($"\"{expected}\"", Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(text, Options)));
        }
    }
}
