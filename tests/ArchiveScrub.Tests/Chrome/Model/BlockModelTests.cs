using System.Text;
using ArchiveScrub.Blocks;
using ArchiveScrub.Captures;
using ArchiveScrub.Chrome;
using ArchiveScrub.Chrome.Model;
using Xunit;

namespace ArchiveScrub.Tests.Chrome.Model;

/// <summary>The shipped models and the code that feeds them must agree, and a model must say what it is.</summary>
public class BlockModelTests
{
    private static readonly ChromeDetector Detector = new();

    [Theory]
    [InlineData(PageFormat.Html, "<html><head><title>Tides</title></head><body><p>The tide rose.</p></body></html>")]
    [InlineData(PageFormat.Text, "Tides\n\nThe tide rose.\n")]
    public void Shipped_model_was_trained_on_the_features_that_the_code_computes(PageFormat format, string content)
    {
        var source = TextDecoder.Decode(Encoding.UTF8.GetBytes(content), format, "utf-8");
        var page = Detector.AskRules(format == PageFormat.Html ? new HtmlSegmenter().Segment(source) : TextSegmenter.Segment(source), CancellationToken.None);
        var computed = new BlockFeatures(page, null).Names();
        var trained = Detector.Models.For(format)!.FeatureNames;
        Assert.Equal(computed, trained.Take(computed.Count));
        Assert.Equal(NameTokens.Families.Count * KeepRates.Columns.Count, trained.Count - computed.Count);
    }

    [Fact]
    public void Bytes_that_are_no_model_are_refused() =>
        Assert.Throws<InvalidDataException>(() => BlockModel.Read(new MemoryStream("GIF89a..........."u8.ToArray())));

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(2, 0.8807970779778823)]
    [InlineData(-2, 0.11920292202211755)]
    [InlineData(60, 1)]
    [InlineData(-60, 0)]
    public void Logistic_is_the_logistic_function(double logOdds, double probability) =>
        Assert.Equal(probability, Logistic.Of(logOdds), 12);
}
