using System.Globalization;
using ArchiveScrub.Tests.Generated;
using Xunit;

namespace ArchiveScrub.Tests.Promises;

/// <summary>Promise 2: the same capture gives the same bytes, whoever asks, whenever and wherever.</summary>
public sealed class DeterminismTests
{
    [Fact]
    public void Another_scrubber_gives_the_same_bytes()
    {
        var scrubber = new Scrubber();
        Pages.ForAll(page => AssertSame(page, scrubber.Scrub(page.Page)));
    }

    [Fact]
    public void Culture_makes_no_difference()
    {
        // Made up, for invariant mode knows no others: commas and words in numbers, dates in another order.
        var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat = new NumberFormatInfo { NumberDecimalSeparator = ",", NegativeSign = "minus", NumberGroupSeparator = ".", PositiveSign = "plus" };
        odd.DateTimeFormat.DateSeparator = "٫";
        odd.DateTimeFormat.ShortDatePattern = "yy dd MM";
        odd.DateTimeFormat.TimeSeparator = "h";
        foreach (var culture in new[] { "tr-TR", "ar-SA", "th-TH" }.Select(Find).OfType<CultureInfo>().Append(odd))
        {
            var before = CultureInfo.CurrentCulture;
            try
            {
                CultureInfo.CurrentCulture = culture;
                var scrubber = new Scrubber();
                Pages.ForAll(page => AssertSame(page, scrubber.Scrub(page.Page)));
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        }
    }

    [Fact]
    public void Eight_threads_with_one_scrubber_give_the_same_bytes()
    {
        var scrubber = new Scrubber();
        Parallel.For(0, 8 * 50, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            var page = Pages.Generated[i * 7 % Pages.Count];
            AssertSame(page, scrubber.Scrub(page.Page));
        });
    }

    [Fact]
    public void Generated_page_depends_on_nothing_but_its_seed() =>
        Pages.ForAll(static page => Assert.Equal(page.Page.Capture.Sha256, PageGenerator.Page(int.Parse(page.Page.Capture.Name.Split('-')[1], CultureInfo.InvariantCulture)).Capture.Sha256));

    private static void AssertSame(ScrubbedPage expected, ScrubResult actual)
    {
        Assert.Equal(expected.Result.CleanText, actual.CleanText);
        Assert.Equal(ManifestJson.Serialize(expected.Result.Manifest), ManifestJson.Serialize(actual.Manifest));
    }

    private static CultureInfo? Find(string name)
    {
        try
        {
            return CultureInfo.GetCultureInfo(name);
        }
        catch (CultureNotFoundException)
        {
            return null; // invariant mode
        }
    }
}
