using ArchiveScrub.Tests.Captures.Zip;
using Xunit;

namespace ArchiveScrub.Tests.Captures.Wacz;

public sealed class WaczCaptureTests
{
    private static readonly string[] AllUris = ["https://example.org/first", "https://example.org/second", "https://example.org/third"];

    [Fact]
    public async Task Pages_of_all_WARCs_come_with_what_was_checked()
    {
        var entries = await Entries.OfAsync(new WaczBuilder().Build(), "a.wacz");

        var pages = Pages(entries);
        Assert.Equal(AllUris, pages.Select(page => page.TargetUri));
        Assert.Equal(["archive/harbour.warc.gz", "archive/harbour.warc.gz", "archive/pier.warc"], pages.Select(page => page.Record!.Path));
        Assert.All(pages, page =>
        {
            var checks = page.Record!.Container!.Wacz!;
            Assert.Equal("1.1.1", checks.Version);
            Assert.Equal(Integrity.Verified, checks.File);
            Assert.True(checks.Hash!.Matches);
            Assert.Equal(Integrity.Verified, checks.Package);
            Assert.Equal(Integrity.Unchecked, checks.Signature);
        });
        Assert.Empty(entries.OfType<FailedEntry>());
        Assert.Empty(entries.OfType<WarningEntry>());
        Assert.Equal(
            ["indexes/index.cdx.gz", "pages/pages.jsonl", "datapackage.json", "datapackage-digest.json"],
            entries.OfType<SkippedEntry>().Where(entry => entry.Reason == SkipReasons.NotPage).Select(entry => entry.Record!.Path));
    }

    [Fact]
    public async Task Records_of_a_stored_WARC_stand_in_the_capture_where_it_and_they_say()
    {
        var capture = new WaczBuilder().Build();

        var record = Pages(await Entries.OfAsync(capture))[1].Record!;

        Assert.False(record.Container!.IsDeflated);
        var at = (int)(record.Container.Offset + record.Offset);
        var alone = Assert.Single((await Entries.OfAsync(capture[at..(at + (int)record.Length!)])).OfType<PageEntry>());
        Assert.Equal("https://example.org/second", alone.Page.TargetUri);
    }

    [Fact]
    public async Task Pages_are_those_of_the_WARC_alone()
    {
        var inside = Pages(await Entries.OfAsync(new WaczBuilder().Build()));
        var alone = Pages(await Entries.OfAsync(WaczBuilder.Harbour.Gzipped(), "harbour.warc.gz"));

        Assert.Equal(alone.Select(page => (page.TargetUri, page.Record!.Offset, page.Record.Id)), inside.Take(2).Select(page => (page.TargetUri, page.Record!.Offset, page.Record.Id)));
        Assert.Equal(alone.Select(page => page.Payload.ToArray()), inside.Take(2).Select(page => page.Payload.ToArray()));
    }

    [Fact]
    public async Task Lists_of_pages_give_titles_and_ids_to_the_capture_of_that_date()
    {
        var pages = Pages(await Entries.OfAsync(new WaczBuilder().Build()));

        Assert.Equal(("p-1", "First by the list"), (pages[0].Record!.Container!.Wacz!.PageId, pages[0].Record!.Container!.Wacz!.PageTitle));
        Assert.Equal(("p-2", null), (pages[1].Record!.Container!.Wacz!.PageId, pages[1].Record!.Container!.Wacz!.PageTitle));
        Assert.Null(pages[2].Record!.Container!.Wacz!.PageId);
    }

    [Theory]
    [InlineData("{\"url\":\"https://example.org/first\",\"title\":\"\\ud800\"}")]
    [InlineData("[[[[[[[[[[[[[[[[")]
    [InlineData("{\"url\":17,\"title\":{}}")]
    [InlineData("{\"url\"")]
    public async Task Lines_that_are_no_pages_are_passed_over(string line)
    {
        var entries = await Entries.OfAsync(new WaczBuilder { PageList = line + "\n{\"url\":\"https://example.org/third\",\"id\":\"last\"}" }.Build());

        Assert.Equal([null, null, "last"], Pages(entries).Select(page => page.Record!.Container!.Wacz!.PageId));
    }

    [Fact]
    public async Task Line_of_5_MB_is_passed_over_and_told_of()
    {
        var list = "{\"url\":\"https://example.org/first\",\"text\":\"" + new string('x', 5 * 1024 * 1024) + "\"}\n{\"url\":\"https://example.org/third\",\"id\":\"last\"}\n";

        var entries = await Entries.OfAsync(new WaczBuilder { PageList = list }.Build(), limits: new CaptureLimits { MaxExpansionRatio = 10_000 });

        Assert.Equal([null, null, "last"], Pages(entries).Select(page => page.Record!.Container!.Wacz!.PageId));
        Assert.Contains("limit", entries.OfType<SkippedEntry>().Single(entry => entry.Record!.Path == "pages/pages.jsonl").Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reference_27_without_a_package_the_WARCs_are_read_and_the_checks_are_absent()
    {
        var pages = Pages(await Entries.OfAsync(new WaczBuilder { HasPackage = false }.Build()));

        Assert.Equal(AllUris, pages.Select(page => page.TargetUri));
        Assert.All(pages, page =>
        {
            var checks = page.Record!.Container!.Wacz!;
            Assert.Equal((null, Integrity.Absent, Integrity.Absent, Integrity.Absent), (checks.Version, checks.File, checks.Package, checks.Signature));
        });
    }

    [Fact]
    public async Task Reference_27_without_a_digest_file_package_and_signature_are_absent()
    {
        var checks = Pages(await Entries.OfAsync(new WaczBuilder { HasDigest = false }.Build()))[0].Record!.Container!.Wacz!;

        Assert.Equal((Integrity.Verified, Integrity.Absent, Integrity.Absent), (checks.File, checks.Package, checks.Signature));
    }

    [Fact]
    public async Task Reference_27_without_a_signature_it_is_absent()
    {
        var checks = Pages(await Entries.OfAsync(new WaczBuilder { IsSigned = false }.Build()))[0].Record!.Container!.Wacz!;

        Assert.Equal((Integrity.Verified, Integrity.Absent), (checks.Package, checks.Signature));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reference_27_file_that_is_not_the_listed_one_is_quarantined_and_the_others_are_read(bool isHash)
    {
        const string Harbour = "archive/harbour.warc.gz";
        var entries = await Entries.OfAsync(new WaczBuilder { WrongHashOf = isHash ? Harbour : null, WrongSizeOf = isHash ? null : Harbour }.Build(), "a.wacz");

        var failed = Assert.Single(entries.OfType<FailedEntry>());
        Assert.Equal((CaptureErrorCodes.ContainerDamaged, "a.wacz", Harbour), (failed.Error.Code, failed.Error.Capture, failed.Error.Record));
        Assert.NotNull(failed.Error.Offset);
        Assert.Equal(Integrity.Mismatch, failed.Record!.Container!.Wacz!.File);
        Assert.Equal(["https://example.org/third"], Pages(entries).Select(page => page.TargetUri));
    }

    [Fact]
    public async Task Reference_27_package_that_is_not_the_signed_one_is_a_warning()
    {
        var entries = await Entries.OfAsync(new WaczBuilder { IsPackageChanged = true }.Build());

        Assert.Equal(CaptureWarningCodes.DigestMismatch, Assert.Single(entries.OfType<WarningEntry>()).Warning.Code);
        Assert.All(Pages(entries), page => Assert.Equal(Integrity.Mismatch, page.Record!.Container!.Wacz!.Package));
        Assert.Equal(3, Pages(entries).Count);
    }

    [Fact]
    public async Task File_that_is_listed_and_missing_is_an_error()
    {
        var entries = await Entries.OfAsync(new WaczBuilder { Missing = "archive/gone.warc.gz" }.Build());

        Assert.Equal("archive/gone.warc.gz", Assert.Single(entries.OfType<FailedEntry>()).Error.Record);
        Assert.Equal(3, Pages(entries).Count);
    }

    [Fact]
    public async Task Reference_28_WARC_whose_name_stands_twice_is_not_read()
    {
        var builder = new WaczBuilder();
        var entries = await Entries.OfAsync((builder with { Archives = [.. builder.Archives, builder.Archives[0]] }).Build());

        Assert.Equal(["https://example.org/third"], Pages(entries).Select(page => page.TargetUri));
        Assert.Equal(2, entries.OfType<FailedEntry>().Count());
    }

    [Fact]
    public async Task Reference_29_deflated_WARC_of_gzip_members_is_read_and_an_encrypted_one_is_an_error()
    {
        var entries = await Entries.OfAsync(new WaczBuilder
        {
            Archives =
            [
                new ZipMember("archive/harbour.warc.gz", WaczBuilder.Harbour.Gzipped()) { IsDeflated = true, IsZip64 = true, IsStreamed = true },
                new ZipMember("archive/pier.warc", WaczBuilder.Pier.Plain()) { Flags = 1 },
            ],
        }.Build());

        Assert.Equal(AllUris[..2], Pages(entries).Select(page => page.TargetUri));
        Assert.Equal(CaptureErrorCodes.Encrypted, Assert.Single(entries.OfType<FailedEntry>()).Error.Code);
    }

    [Fact]
    public async Task Reference_29_flipped_byte_of_a_WARC_gives_none_of_its_pages_and_all_of_the_others()
    {
        var capture = new WaczBuilder { HasPackage = false }.Build();
        capture[200] ^= 1;

        var entries = await Entries.OfAsync(capture);

        Assert.Contains("content", Assert.Single(entries.OfType<FailedEntry>()).Error.Reason, StringComparison.Ordinal);
        Assert.Equal(["https://example.org/third"], Pages(entries).Select(page => page.TargetUri));
    }

    [Fact]
    public async Task WARCs_MHTML_and_pages_in_a_folder_are_each_read_as_what_they_are()
    {
        var entries = await Entries.OfAsync(ZipBuilder.Build(
            ZipBuilder.Html("page.html", "A page"),
            new ZipMember("crawl.warc.gz", WaczBuilder.Harbour.Gzipped()),
            new ZipMember("saved.mht", Mhtml.MhtmlBuilder.File(Mhtml.MhtmlBuilder.Part(Mhtml.MhtmlBuilder.Document)))));

        var pages = Pages(entries);
        Assert.Equal(["page.html", "crawl.warc.gz", "crawl.warc.gz", "saved.mht"], pages.Select(page => page.Record!.Path));
        Assert.Equal(["file", "response", "response", "part"], pages.Select(page => page.Record!.Type));
        Assert.All(pages, page => Assert.NotNull(page.Record!.Container));
    }

    private static List<Page> Pages(IEnumerable<CaptureEntry> entries) => [.. entries.OfType<PageEntry>().Select(static entry => entry.Page)];
}
