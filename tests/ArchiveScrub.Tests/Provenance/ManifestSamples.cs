using ArchiveScrub.Tests.Generated;

namespace ArchiveScrub.Tests.Provenance;

/// <summary>Manifests for tests.</summary>
internal static class ManifestSamples
{
    private const string Html = """
        <html lang="en"><title>t</title><nav><a href="/">Home</a> <a href="/w">World</a></nav>
        <article><h1>Ferries stop at Merrow while engineers look at the pier</h1>
        <p>The harbour council said on Monday that ferries would stop while engineers look at the old pier, which is 140 years old.</p>
        <p>Fishermen worry that the work will last well into the summer, when the town earns most of what it lives on.</p>
        <pre>  one


          two</pre>
        <ul><li>The first of the boats will leave on the third of the month.</li><li>The second one stays where it is until further notice.</li></ul>
        <p>"Nobody asked us," said one of them, \ and \u0001 looked at the water. The council met for two hours and agreed on nothing else.</p>
        </article><footer>© 2019 Merrow Post. All rights reserved.</footer>
        """;

    /// <summary>A page with kept and removed blocks, code with blank lines, quotes and a backslash.</summary>
    public static ScrubResult Article() => Pages.Scrubber.Scrub(Pages.OfHtml(Html));

    /// <summary>A manifest in which no member is absent that may be there; it need not verify.</summary>
    public static Manifest Complete()
    {
        var manifest = Article().Manifest;
        return manifest with
        {
            Activity = new ManifestActivity { Attempt = 2, Host = "worker", Started = DateTimeOffset.UnixEpoch, Ended = DateTimeOffset.UnixEpoch.AddSeconds(1.5) },
            Blocks = [.. manifest.Blocks.OrderByDescending(static b => b.Clean is not null).ThenBy(static b => b.Linear.Start).Select(static b => b with { Evidence = ["name:value"] })],
            Capture = manifest.Capture with { ETag = "\"0x8D\"", MediaType = "text/html", Store = "inbox" },
            Inserted = [new ManifestInsertion { Clean = new TextRange(0, 5), Kind = Kind.Dateline, Source = "dateline" }],
            Page = manifest.Page with
            {
                CapturedAt = new DateTimeOffset(2019, 6, 3, 15, 4, 0, TimeSpan.FromHours(3)),
                Charset = manifest.Page.Charset with { Declared = "x-nonsense" },
                Record = ManifestRecord.Of(Record(), "https://example.org/"),
                TargetUri = "https://example.org/a b?c=\"d\"#é\u2028",
            },
            Quality = manifest.Quality with
            {
                Flags = ["mostly-removed", "no-content"],
                SecondOpinion = new ManifestSecondOpinion { Agreement = 0.93, Tool = "Other/1.0" },
                Warnings = ["TEXT_ONLY_FALLBACK"],
            },
            Result = manifest.Result with
            {
                Byline = "Anna Example",
                Credits = ["AP"],
                Dateline = new ManifestDateline
                {
                    Agency = "TASS",
                    Basis = ["weekday:Wednesday"],
                    Confidence = 0.9,
                    Date = "2020-02-12",
                    Edtf = "2020?-02-12",
                    Evidence = [new ManifestDatelineEvidence { Field = "date", Linear = new TextRange(1, 2), Rule = "r", Source = "prefix", Used = true, Value = "February 12" }],
                    Inferred = ["year"],
                    Offset = "+03:00",
                    Place = "MOSCOW",
                    Time = "15:04",
                    Updated = "2020-02-13",
                },
                Language = "en",
                Title = "Ferries stop",
            },
            Tool = manifest.Tool with { Options = ["text=body"], Profile = "sha256:" + new string('a', 64) },
        };
    }

    /// <summary>A record of a WACZ with everything that a record may have.</summary>
    private static RecordInfo Record()
    {
        var digest = new RecordDigest("sha256:00", "sha256:01", false);
        return new RecordInfo
        {
            BlockDigest = digest,
            Container = new ContainerFile
            {
                IsDeflated = true,
                Length = 700,
                Offset = 40,
                Wacz = new WaczChecks
                {
                    File = Integrity.Mismatch,
                    Hash = digest,
                    Package = Integrity.Verified,
                    PageId = "p-1",
                    PageTitle = "Ferries stop",
                    Signature = Integrity.Unchecked,
                    Version = "1.1.1",
                },
            },
            HttpStatus = 200,
            Id = "urn:uuid:00000000-0000-4000-8000-000000000001",
            Length = 500,
            MediaType = "text/html; charset=utf-8",
            Offset = 100,
            OffsetInMember = 10,
            Path = "archive/a.warc.gz",
            PayloadDigest = digest with { Computed = null, Matches = null },
            RefersTo = "urn:uuid:00000000-0000-4000-8000-000000000002",
            TargetUri = "<https://example.org/>",
            Truncated = "length",
            Type = "response",
            Warnings = [new CaptureWarning(CaptureWarningCodes.HeaderMalformed, "a header is folded", 120)],
        };
    }
}
