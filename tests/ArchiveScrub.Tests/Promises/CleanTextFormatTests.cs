using System.Text;
using ArchiveScrub.Tests.Generated;
using ArchiveScrub.Text;
using Xunit;

namespace ArchiveScrub.Tests.Promises;

/// <summary>The format of clean text, and that there is never an empty one without a flag.</summary>
public sealed class CleanTextFormatTests
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    [Fact]
    public void Clean_text_is_utf8_in_form_c_without_marks_and_controls() => Pages.ForAll(static page =>
    {
        var text = page.Result.CleanText;

        Assert.Equal(text, Strict.GetString(Strict.GetBytes(text)));
        Assert.Equal(text, Nfc.Normalize(text));
        Assert.DoesNotContain(text, static c => char.IsControl(c) && c is not ('\n' or '\t'));
        Assert.DoesNotContain(text, static c => c is '\uFEFF' or '\u00AD' or '\u00A0' or '\u2028' or '\u2029');
    });

    [Fact]
    public void Clean_text_ends_with_one_line_end_and_has_no_trailing_blanks() => Pages.ForAll(static page =>
    {
        var text = page.Result.CleanText;
        if (text.Length == 0)
        {
            Assert.Contains("no-content", page.Result.Manifest.Quality.Flags);
            return;
        }

        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.False(text.EndsWith("\n\n", StringComparison.Ordinal), "one line end");
        Assert.All(text.Split('\n'), static line => Assert.Equal(line.TrimEnd(' ', '\t'), line));
        Assert.NotEqual('\n', text[0]);
    });

    [Fact]
    public void One_blank_line_stands_between_blocks_and_none_inside_but_in_code() => Pages.ForAll(static page =>
    {
        var manifest = page.Result.Manifest;
        var ranges = manifest.Blocks.Where(static b => b.Clean is not null).Select(static b => (Range: b.Clean!.Value, b.Kind))
            .Concat(manifest.Inserted.Select(static n => (Range: n.Clean, n.Kind))).OrderBy(static r => r.Range.Start).ToList();
        var at = 0;
        foreach (var (range, kind) in ranges)
        {
            var between = (at == 0 ? "" : "\n\n") + (kind == Kind.ListItem ? "- " : "");
            Assert.Equal(between, Characters.Slice(page.Result.CleanText, new TextRange(at, range.Start)));
            var text = Characters.Slice(page.Result.CleanText, range);
            Assert.True(text.Length > 0 && (kind == Kind.Code || !text.Contains("\n\n", StringComparison.Ordinal)));
            at = range.End;
        }
    });

    [Fact]
    public void Body_alone_is_a_part_of_the_full_text()
    {
        var scrubber = new Scrubber(new ScrubOptions { Text = TextScope.Body });
        Pages.ForAll(page =>
        {
            var body = scrubber.Scrub(page.Page);

            Assert.Empty(ManifestVerifier.VerifyConservation(body.Manifest, body.CleanText));
            if (!body.Manifest.Blocks.Any(static b => b.Kind == Kind.Byline))
            {
                Assert.EndsWith(body.CleanText, page.Result.CleanText, StringComparison.Ordinal);
            }

            Assert.True(body.CleanText.Length > 0 || body.Manifest.Quality.Flags.Contains("no-content"));
        });
    }

    /// <summary>
    /// What holds of a second scrub: the text of the first is all there for it to judge (nothing is lost or changed by
    /// being written and read again), and it makes nothing up. It need not keep all: a list whose neighbours went may
    /// look like a menu now.
    /// </summary>
    [Fact]
    public void Clean_text_read_again_says_the_same() => Pages.ForAll(static page =>
    {
        if (page.Result.CleanText.Length == 0)
        {
            return;
        }

        var again = Pages.Scrubber.Scrub(Pages.OfText(page.Result.CleanText));

        Assert.Equal(WithoutMarkers(page.Result.CleanText), WithoutMarkers(again.Page.Linear));
        var kept = again.Manifest.Blocks.Where(static b => b.Clean is not null).Select(b => Characters.Seen(Characters.Slice(again.CleanText, b.Clean!.Value)));
        Assert.All(kept, text => Assert.Contains(text, Characters.Seen(page.Result.CleanText), StringComparison.Ordinal));
    });

    /// <summary>The characters that are seen, but bullets, which the linear rule takes off.</summary>
    private static string WithoutMarkers(string text) =>
        string.Concat(text.Split('\n').Select(static line => Characters.Seen(line.TrimStart().TrimStart('-', '*', '•', 'o', ' '))));
}
