using System.Globalization;
using System.Text.RegularExpressions;
using ArchiveScrub.Tests.Architecture;
using Xunit;

namespace ArchiveScrub.Tests.BadInputs;

/// <summary>
/// The forty bad inputs that the project has set itself, and where each is tested: by a test whose name begins with
/// <c>Reference_</c> and its number, by bad pages, which <see cref="BadInputTests"/> scrubs, or by tests of a job.
/// </summary>
public sealed partial class FortyBadInputsTests(Xunit.Abstractions.ITestOutputHelper output)
{
    /// <summary>What is tested with pages.</summary>
    private static readonly Dictionary<int, string[]> Pages = new()
    {
        [30] = ["100,000 nested div", "100,000 nested div, closed", "2,000 misnested list items", "20,000 open formatting elements", "20,000 tables in tables"],
        [31] = ["20 MB attribute", "20 MB attribute that never ends", "100,000 attributes", "5 MB comment", "comment that never ends", "script that never ends", "title that never ends", "textarea that never ends"],
        [32] = ["200,000 open angle brackets", "200,000 end tags", "50,000 open select and option", "100,000 comment openings"],
        [33] = ["controls and non-characters", "numeric references that are no characters"],
        [34] = ["UTF-8 that is windows-1252", "charsets mixed by paragraph", "multibyte sequence cut at the end"],
        [35] = ["UTF-16 with an odd byte", "UTF-32 with a mark", "UTF-16 without a mark", "UTF-7 declared", "ISO-2022-JP that never returns to ASCII", "nonsense charset", "charset after 1024 bytes", "two charsets that contradict"],
        [36] = ["bidirectional controls and zero widths", "look-alike menu", "500,000 combining marks"],
        [37] = ["entities that expand", "external DTD", "XHTML with CDATA"],
        [38] = ["1 MB of one letter", "200,000 blanks before a date", "dateline of 1 MB"],
        [39] = ["dateline with a day that does not exist", "10,000 datelines"],
    };

    /// <summary>What is tested with jobs and stores.</summary>
    private static readonly Dictionary<int, string[]> Jobs = new()
    {
        [40] =
        [
            "Killed_at_any_operation_a_capture_is_in_one_of_three_states_and_a_rerun_completes_it",
            "Many_jobs_at_once_on_one_capture_end_in_the_same_results_as_one",
            "A_version_that_comes_just_before_the_commit_is_the_one_that_stays",
            "Killed_at_any_operation_a_rerun_completes_it",
        ],
    };

    [Fact]
    public void Every_one_of_the_forty_has_a_test()
    {
        var tests = Repository.Sources("tests").SelectMany(static s => s.Lines).Select(static line => TestName().Match(line)).Where(static m => m.Success).Select(static m => m.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        for (var number = 1; number <= 40; number++)
        {
            var prefix = string.Create(CultureInfo.InvariantCulture, $"Reference_{number}_");
            string[] named =
            [
                .. tests.Where(test => test.StartsWith(prefix, StringComparison.Ordinal)),
                .. Pages.GetValueOrDefault(number, []).Where(BadPages.Readable.ContainsKey),
                .. Jobs.GetValueOrDefault(number, []).Where(tests.Contains),
            ];
            output.WriteLine($"{number}: {string.Join("; ", named)}");
            Assert.True(named.Length > 0, $"bad input {number} has no test");
        }

        Assert.All(Pages.Values.SelectMany(static names => names), static name => Assert.True(BadPages.Readable.ContainsKey(name), name));
        Assert.All(Jobs.Values.SelectMany(static names => names), name => Assert.Contains(name, tests));
    }

    [Theory]
    [InlineData("x.html")]
    [InlineData("x.warc.gz")]
    public async Task Reference_1_empty_capture_is_told_as_such(string name)
    {
        using var stream = new MemoryStream();

        var error = await Assert.ThrowsAsync<CaptureException>(() => new CaptureReader().OpenAsync(stream, new CaptureDescription("tests", name)));

        Assert.Equal(CaptureErrorCodes.Empty, error.Code);
    }

    [Theory]
    [InlineData("\uFEFF")]
    [InlineData(" \r\n\t")]
    public async Task Reference_2_capture_without_text_is_told_as_such(string text)
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));

        var error = await Assert.ThrowsAsync<CaptureException>(() => new CaptureReader().OpenAsync(stream, new CaptureDescription("tests", "x.html")));

        Assert.Equal(CaptureErrorCodes.NoText, error.Code);
    }

    [GeneratedRegex(@"public (?:async )?(?:Task|void) (?<name>\w+)\(", RegexOptions.NonBacktracking)]
    private static partial Regex TestName();
}
