using ArchiveScrub.Tests.Captures.Warc;
using Xunit;

namespace ArchiveScrub.Tests.Provenance;

public sealed class RecordReportTests
{
    private static readonly JsonSchemaValidator Validator = new(RecordReport.Schema);

    [Fact]
    public async Task Every_entry_that_is_no_page_has_a_report_that_the_schema_describes()
    {
        var warc = WarcReaderTests.Mixed().Gzipped();
        warc[700] ^= 0x10;
        var entries = await Warcs.ReadAsync([.. warc, 0, 0, 0], "x.warc.gz");

        var outcomes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (RecordReport.Of(entry) is not { } report)
            {
                Assert.IsType<PageEntry>(entry);
                continue;
            }

            Assert.Empty(Validator.Validate(report.ToJson()));
            Assert.Equal(CanonicalJson.Canonicalize(report.ToJson()), report.ToJson());
            outcomes.Add(report.Outcome);
        }

        Assert.Equal(3, outcomes.Count);
    }
}
