using System.IO.Compression;
using System.Text;
using Xunit;

namespace ArchiveScrub.Tests.Captures.Zip;

public sealed class ZipCaptureTests
{
    private static readonly ZipMember First = ZipBuilder.Html("site/first.html", "First");
    private static readonly ZipMember Second = ZipBuilder.Html("site/second.html", "Second");

    [Fact]
    public async Task Each_file_is_a_page_named_by_its_path_with_its_place_in_the_capture()
    {
        var archive = ZipBuilder.Build(First, Second with { IsDeflated = true });

        var pages = Pages(await Entries.OfAsync(archive));

        Assert.Equal(["site/first.html", "site/second.html"], pages.Select(page => page.Record!.Path));
        Assert.Equal(First.Content, pages[0].Payload.ToArray());
        Assert.Equal(Second.Content, pages[1].Payload.ToArray());
        Assert.Equal("file", pages[0].Record!.Type);
        var place = pages[0].Record!.Container!;
        Assert.False(place.IsDeflated);
        Assert.Equal(First.Content, archive.AsSpan((int)place.Offset, (int)place.Length).ToArray());
        place = pages[1].Record!.Container!;
        Assert.True(place.IsDeflated);
        using var inflate = new DeflateStream(new MemoryStream(archive, (int)place.Offset, (int)place.Length), CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        inflate.CopyTo(unpacked);
        Assert.Equal(Second.Content, unpacked.ToArray());
    }

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(true, true, false)]
    [InlineData(true, true, true)]
    [InlineData(false, false, true)]
    public async Task Every_form_of_entry_gives_the_same_page(bool isDeflated, bool isStreamed, bool isZip64)
    {
        var file = First with { IsDeflated = isDeflated, IsStreamed = isStreamed, IsZip64 = isZip64 };

        foreach (var archive in new[] { ZipBuilder.Build([file, Second], "a comment", isZip64), ZipBuilder.Build([file, Second], "", isZip64) })
        {
            Assert.Equal([First.Content, Second.Content], Pages(await Entries.OfAsync(archive)).Select(page => page.Payload.ToArray()));
        }
    }

    [Theory]
    [InlineData(CompressionLevel.NoCompression, true)]
    [InlineData(CompressionLevel.Optimal, true)]
    [InlineData(CompressionLevel.Optimal, false)]
    public async Task Archive_of_the_framework_is_read(CompressionLevel level, bool isSeekable)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(isSeekable ? bytes : new UnseekableStream(bytes), ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("día/página.html", level).Open();
            entry.Write(First.Content);
        }

        var page = Assert.Single(Pages(await Entries.OfAsync(bytes.ToArray())));

        Assert.Equal("día/página.html", page.Record!.Path);
        Assert.Equal(First.Content, page.Payload.ToArray());
    }

    [Fact]
    public async Task Entries_come_in_the_order_of_their_contents_whatever_the_directory_says()
    {
        var archive = ZipBuilder.Build(First, Second);
        var size = 46 + First.Name.Length;
        var start = archive.Length - 22 - size - 46 - Second.Name.Length;
        byte[] turned = [.. archive[..start], .. archive[(start + size)..^22], .. archive[start..(start + size)], .. archive[^22..]];

        Assert.Equal(["site/first.html", "site/second.html"], Pages(await Entries.OfAsync(turned)).Select(page => page.Record!.Path));
    }

    [Fact]
    public async Task Files_that_are_no_pages_are_skipped_and_counted()
    {
        var entries = await Entries.OfAsync(ZipBuilder.Build(
            new ZipMember("site/", []) { Mode = 0x41ED },
            First,
            new ZipMember("site/style.css", "body { color: black }"u8.ToArray()),
            new ZipMember("site/picture.png", [0x89, .. "PNG\r\n"u8, 0x1A, 10, 0, 0]),
            new ZipMember("site/notes.txt", "Notes on the harbour."u8.ToArray()),
            new ZipMember("site/no-extension", "Notes on the pier."u8.ToArray()),
            new ZipMember("site/blank.html", " \n"u8.ToArray()),
            new ZipMember("site/empty.html", [])));

        Assert.Equal(["site/first.html", "site/notes.txt", "site/no-extension"], Pages(entries).Select(page => page.Record!.Path));
        Assert.Equal(
            [("site/style.css", SkipReasons.NotText), ("site/picture.png", SkipReasons.NotText), ("site/blank.html", SkipReasons.NoText), ("site/empty.html", SkipReasons.NoText)],
            entries.OfType<SkippedEntry>().Select(entry => (entry.Record!.Path!, entry.Reason)));
    }

    [Fact]
    public async Task Name_that_is_not_UTF_8_is_code_page_437()
    {
        var file = First with { RawName = [.. "caf"u8, 0x82, .. ".html"u8] };

        Assert.Equal("café.html", Assert.Single(Pages(await Entries.OfAsync(ZipBuilder.Build(file)))).Record!.Path);
    }

    [Theory]
    [InlineData("../evil.html")]
    [InlineData("a/../../evil.html")]
    [InlineData("/etc/evil.html")]
    [InlineData("C:/evil.html")]
    [InlineData("a\\evil.html")]
    [InlineData("a//evil.html")]
    [InlineData("./evil.html")]
    [InlineData("a\nb.html")]
    public async Task Reference_28_name_that_leads_out_is_a_name_with_a_warning(string name)
    {
        var page = Assert.Single(Pages(await Entries.OfAsync(ZipBuilder.Build(First with { Name = name }))));

        Assert.Equal(name, page.Record!.Path);
        Assert.Equal(CaptureWarningCodes.UnsafeName, Assert.Single(page.Record.Warnings).Code);
    }

    [Fact]
    public async Task Reference_28_name_that_stands_twice_is_not_read_and_the_others_are()
    {
        var entries = await Entries.OfAsync(ZipBuilder.Build(First, Second, First with { Content = Second.Content }));

        Assert.Equal("site/second.html", Assert.Single(Pages(entries)).Record!.Path);
        Assert.All(entries.OfType<FailedEntry>(), entry => AssertFailed(entry, CaptureErrorCodes.ContainerDamaged, "site/first.html", "twice"));
        Assert.Equal(2, entries.OfType<FailedEntry>().Count());
    }

    [Fact]
    public async Task Reference_28_symbolic_link_is_not_followed()
    {
        var entries = await Entries.OfAsync(ZipBuilder.Build(new ZipMember("link.html", "/etc/passwd"u8.ToArray()) { Mode = 0xA1FF }, First));

        Assert.Equal("site/first.html", Assert.Single(Pages(entries)).Record!.Path);
        Assert.Contains("symbolic link", Assert.Single(entries.OfType<SkippedEntry>()).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reference_28_archive_of_a_million_entries_is_refused_before_its_directory_is_read()
    {
        // A sparse stream: the entries are not there, and nothing may ask for them.
        var end = ZipBuilder.Build([], "", isZip64: true);
        const long Directory = 80_000_000;
        Span<byte> count = [0x40, 0x42, 0x0F, 0, 0, 0, 0, 0];
        count.CopyTo(end.AsSpan(24));
        count.CopyTo(end.AsSpan(32));
        BitConverter.TryWriteBytes(end.AsSpan(40), Directory);
        BitConverter.TryWriteBytes(end.AsSpan(56 + 8), Directory);
        using var archive = new SparseStream(Directory + end.Length, [.. "PK"u8, 3, 4], end);

        var error = await Assert.ThrowsAsync<CaptureException>(() => Entries.OfAsync(archive, "million.zip"));

        Assert.Equal(CaptureErrorCodes.TooLarge, error.Code);
        Assert.Contains("1000000 entries", error.Reason, StringComparison.Ordinal);
        Assert.Equal("million.zip", error.Capture);
    }

    [Fact]
    public async Task Reference_28_more_entries_than_the_limit_are_refused_whatever_the_end_record_says()
    {
        var archive = ZipBuilder.Build([.. Enumerable.Range(0, 50).Select(static i => new ZipMember($"{i}.txt", "words"u8.ToArray()))]);
        archive[^12] = 1; // one entry, says the end record
        archive[^14] = 1;

        var error = await Assert.ThrowsAsync<CaptureException>(() => Entries.OfAsync(archive, limits: new CaptureLimits { MaxContainerFiles = 49 }));

        Assert.Equal(CaptureErrorCodes.TooLarge, error.Code);
        Assert.Equal(50, (await Entries.OfAsync(archive, limits: new CaptureLimits { MaxContainerFiles = 50 })).OfType<PageEntry>().Count());
    }

    [Fact]
    public async Task Reference_29_encrypted_entry_is_an_error_and_the_others_are_read()
    {
        foreach (var flag in new[] { 0x01, 0x41, 0x2001 })
        {
            var entries = await Entries.OfAsync(ZipBuilder.Build(First with { Flags = flag }, Second));

            AssertFailed(Assert.Single(entries.OfType<FailedEntry>()), CaptureErrorCodes.Encrypted, "site/first.html", "encrypted");
            Assert.Single(Pages(entries));
        }
    }

    [Theory]
    [InlineData(9, "Deflate64")]
    [InlineData(12, "bzip2")]
    [InlineData(93, "Zstandard")]
    [InlineData(77, "method 77")]
    public async Task Compression_that_is_not_read_is_named(int method, string expected)
    {
        var entries = await Entries.OfAsync(ZipBuilder.Build(First with { Method = method }, Second));

        AssertFailed(Assert.Single(entries.OfType<FailedEntry>()), CaptureErrorCodes.UnsupportedCompression, "site/first.html", expected);
        Assert.Single(Pages(entries));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Reference_29_flipped_data_is_found_by_the_checksum(bool isDeflated)
    {
        var archive = ZipBuilder.Build(First with { IsDeflated = isDeflated }, Second);
        archive[30 + First.Name.Length + 20] ^= 0x10;

        var entries = await Entries.OfAsync(archive);

        AssertFailed(Assert.Single(entries.OfType<FailedEntry>()), CaptureErrorCodes.ContainerDamaged, "site/first.html", "content");
        Assert.Equal("site/second.html", Assert.Single(Pages(entries)).Record!.Path);
    }

    public static TheoryData<string> Disagreements => ["name", "compression", "size", "CRC-32"];

    [Theory]
    [MemberData(nameof(Disagreements))]
    public async Task Reference_29_local_header_that_disagrees_is_an_error(string what)
    {
        var archive = ZipBuilder.Build(First, Second);
        archive[what switch { "name" => 33, "compression" => 8, "size" => 22, _ => 15 }] ^= 8;

        var entries = await Entries.OfAsync(archive);

        AssertFailed(Assert.Single(entries.OfType<FailedEntry>()), CaptureErrorCodes.ContainerDamaged, "site/first.html", what);
        Assert.Single(Pages(entries));
    }

    [Fact]
    public async Task Entries_that_overlap_are_each_read_once_where_they_stand()
    {
        // Many names for one content are what makes a small archive unpack to any size.
        var archive = ZipBuilder.Build([First, .. Enumerable.Range(0, 100).Select(static i => new ZipMember($"{i}.html", []) { DeclaredOffset = 0 }), Second], "");

        var entries = await Entries.OfAsync(archive);

        Assert.Equal(["site/first.html", "site/second.html"], Pages(entries).Select(page => page.Record!.Path));
        Assert.Contains("overlap", Assert.Single(entries.OfType<WarningEntry>()).Warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entry_that_unpacks_beyond_the_ratio_is_refused_before_it_is_unpacked()
    {
        var bomb = new ZipMember("bomb.html", new byte[8 * 1024 * 1024]) { IsDeflated = true };

        var entries = await Entries.OfAsync(ZipBuilder.Build(bomb, First));

        AssertFailed(Assert.Single(entries.OfType<FailedEntry>()), CaptureErrorCodes.ExpansionLimit, "bomb.html", "200 times");
        Assert.Single(Pages(entries));
    }

    [Fact]
    public async Task Entry_that_unpacks_to_more_than_it_says_is_stopped_there()
    {
        var liar = new ZipMember("liar.html", new byte[8 * 1024 * 1024]) { IsDeflated = true, DeclaredSize = 1000 };

        var entries = await Entries.OfAsync(ZipBuilder.Build(liar, First));

        AssertFailed(Assert.Single(entries.OfType<FailedEntry>()), CaptureErrorCodes.ContainerDamaged, "liar.html", "longer than its declared size");
        Assert.Single(Pages(entries));
    }

    [Fact]
    public async Task Page_larger_than_the_limit_is_an_error_and_the_others_are_read()
    {
        var large = new ZipMember("large.txt", Encoding.UTF8.GetBytes(new string('a', 5000)));

        var entries = await Entries.OfAsync(ZipBuilder.Build(large, First), limits: new CaptureLimits { MaxPageBytes = 4999 });

        AssertFailed(Assert.Single(entries.OfType<FailedEntry>()), CaptureErrorCodes.TooLarge, "large.txt", "larger than the limit");
        Assert.Single(Pages(entries));
    }

    [Fact]
    public async Task Archive_inside_an_archive_is_not_read_and_says_so()
    {
        var entries = await Entries.OfAsync(ZipBuilder.Build(new ZipMember("inner.zip", ZipBuilder.Build(Second)), First));

        AssertFailed(Assert.Single(entries.OfType<FailedEntry>()), CaptureErrorCodes.Unsupported, "inner.zip", "ZIP archive inside");
        Assert.Single(Pages(entries));
    }

    [Fact]
    public async Task Strict_reading_fails_a_page_that_has_a_warning()
    {
        var entries = await Entries.OfAsync(ZipBuilder.Build(First with { Name = "../a.html" }, Second), options: new CaptureReaderOptions { Mode = ReadingMode.Strict });

        Assert.Equal(CaptureWarningCodes.UnsafeName, Assert.Single(entries.OfType<FailedEntry>()).Error.Code);
        Assert.Single(Pages(entries));
    }

    private static List<Page> Pages(IEnumerable<CaptureEntry> entries) => [.. entries.OfType<PageEntry>().Select(static entry => entry.Page)];

    private static void AssertFailed(FailedEntry entry, string code, string record, string reason)
    {
        Assert.Equal(code, entry.Error.Code);
        Assert.Equal("capture", entry.Error.Capture);
        Assert.Equal(record, entry.Error.Record);
        Assert.NotNull(entry.Error.Offset);
        Assert.Equal(record, entry.Record!.Path);
        Assert.Contains(reason, entry.Error.Reason, StringComparison.Ordinal);
    }

    /// <summary>A stream that can only be written from start to end, so that the framework writes sizes behind contents.</summary>
    private sealed class UnseekableStream(Stream inner) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);
    }
}
