using System.IO.Compression;
using ArchiveScrub.Blocks;
using Xunit;

namespace ArchiveScrub.Tests.Blocks;

/// <summary>Which lines of a text capture are joined, and which only look so.</summary>
public sealed class LineWrapTests
{
    private const string Mail = """
        Dear friends of the lighthouse,

        on Saturday the keepers will open the tower for the first time since
        the storm took the lantern room in March, and everyone who carried
        buckets, ropes or sandwiches that night is invited to climb up and see
        what became of it. The stairs are steep.

        We have three requests. Please come by boat, since the causeway is
        still closed to cars. Bring a warm coat, even if the forecast is fine.
        And leave the dogs at home: the new paint is not yet dry.

        Yours,
        Maren
        """;

    [Fact]
    public void A_mail_wrapped_at_72_columns_has_whole_paragraphs()
    {
        Assert.Equal(
            [
                "Line|0|Dear friends of the lighthouse,",
                "Paragraph|0|on Saturday the keepers will open the tower for the first time since the storm took the lantern room in March, and everyone who carried buckets, ropes or sandwiches that night is invited to climb up and see what became of it. The stairs are steep.",
                "Paragraph|0|We have three requests. Please come by boat, since the causeway is still closed to cars. Bring a warm coat, even if the forecast is fine. And leave the dogs at home: the new paint is not yet dry.",
                "Line|0|Yours,",
                "Line|0|Maren",
            ],
            TextSegmenterTests.Rows(Mail));
    }

    [Fact]
    public void Wire_copy_with_indented_first_lines_and_no_blank_lines_has_whole_paragraphs()
    {
        const string wire = """
                MERROW, March 3 - The fishing fleet of Merrow stayed in harbour
            on Tuesday for a third day as gales swept the northern coast and
            the price of cod rose by a fifth at the morning auction, where
            barely two boats from the lee side of the island had landed fish.
                Skippers said that they did not expect to sail before the end
            of the week. The ferry to Tarn was cancelled as well.
                The coast guard counted forty vessels at the quay.
            """;

        var rows = TextSegmenterTests.Rows(wire);

        Assert.Equal(3, rows.Length);
        Assert.StartsWith("Paragraph|4|MERROW, March 3 - The fishing fleet", rows[0], StringComparison.Ordinal);
        Assert.EndsWith("of the island had landed fish.", rows[0], StringComparison.Ordinal);
        Assert.StartsWith("Paragraph|4|Skippers said", rows[1], StringComparison.Ordinal);
        Assert.Equal("Line|4|The coast guard counted forty vessels at the quay.", rows[2]);
    }

    [Fact]
    public void Items_of_a_wrapped_list_take_their_hanging_lines()
    {
        var rows = TextSegmenterTests.Rows(Mail + """


            The programme of the day, as far as the tide and the wind allow us to
            make one:

              * at ten the boats leave from the old quay, and nobody should be late
                because there will be no second crossing
              * at noon soup
            """);

        Assert.Equal(
            [
                "Paragraph|0|The programme of the day, as far as the tide and the wind allow us to make one:",
                "ListItem|2|at ten the boats leave from the old quay, and nobody should be late because there will be no second crossing",
                "ListItem|2|at noon soup",
            ],
            rows[^3..]);
    }

    [Fact]
    public void A_word_broken_at_its_hyphen_keeps_the_hyphen_and_gets_no_blank()
    {
        const string text = """
            The committee of the harbour met last night to speak about the long-
            standing quarrel over the moorings, and it ended as it always ends,
            with a promise to meet again once the weather has become a little
            kinder and everyone has had time to read the papers.
            """;

        Assert.Contains("the long-standing quarrel", TextSegmenterTests.Rows(text)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Wrapped_Chinese_is_joined_without_a_blank()
    {
        const string text = """
            北港的渔船周二连续第三天停在港内，因为大风席卷了整个北部海岸，早市
            上的鳕鱼价格上涨了五分之一。船长们说，他们预计在本周结束之前不会出
            海，前往南岛的渡轮也已经取消，港务局请旅客留意最新的通知，并且不要
            在码头上停留。
            """;

        var row = Assert.Single(TextSegmenterTests.Rows(text));
        Assert.StartsWith("Paragraph|0|北港的渔船", row, StringComparison.Ordinal);
        Assert.Contains("早市上的鳕鱼", row, StringComparison.Ordinal);
        Assert.DoesNotContain(' ', row);
    }

    [Theory]
    [MemberData(nameof(NearMisses))]
    public void Lines_that_the_page_itself_set_stay_apart(string what, string capture)
    {
        Assert.NotEmpty(what);
        var lines = capture.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(lines.Length, TextSegmenterTests.Rows(capture).Length);
    }

    [SharedFact("seeds")]
    public void Captures_with_a_line_per_paragraph_are_left_alone()
    {
        Assert.Equal(0, PagesWithJoinedLines(Directory.EnumerateFiles(Shared.Require("seeds"), "0*.txt")));
    }

    [SharedFact("corpus")]
    public void Hardly_any_page_of_the_corpus_has_wrapped_lines()
    {
        // Four have: a mail archive, a manual page, and two texts that were pasted wrapped.
        Assert.InRange(PagesWithJoinedLines(Directory.EnumerateFiles(Path.Combine(Shared.Require("corpus"), "wcxb-dev", "text"), "*.gz")), 4, 6);
    }

    private static int PagesWithJoinedLines(IEnumerable<string> paths)
    {
        var pages = 0;
        foreach (var path in paths)
        {
            using var file = File.OpenRead(path);
            using var plain = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
            using var reader = new StreamReader(plain);
            pages += TextSegmenterTests.Segment(reader.ReadToEnd()).Blocks.Any(b => b.Form == BlockForm.Paragraph) ? 1 : 0;
        }

        return pages;
    }

    public static TheoryData<string, string> NearMisses() => new()
    {
        { "a menu", "Home\nNews\nWorld news\nBusiness and money\nSport\nFootball\nArts\nLetters to the editor\nWeather\nContact us" },
        { "headlines of about one length", """
            Council votes to keep the old swimming pool open until spring
            Ferry company says new timetable will come into force in May
            Museum finds lost letters of the first lighthouse keeper here
            Three schools share a prize for their work on the salt marsh
            Why the price of cod has doubled at the quay since Christmas
            """ },
        { "paragraphs of a page, a line each", """
            The mayor opened the meeting and asked for a minute of silence for the crew of the trawler that was lost.
            then the clerk read the minutes of the last meeting, which took rather longer than anyone had expected it to.
            the treasurer said that there was no money and that there had been no money last year or the year before that.
            afterwards everyone went to the inn, where the debate was taken up again with a good deal more of enthusiasm.
            """ },
        { "verse", """
            The tide came in beneath the moon
            and laid its silver on the sand,
            and someone whistled half a tune
            that nobody could understand;
            the gulls went over, one by one,
            the boats lay sleeping on their side,
            and what the evening had begun
            was carried outward with the tide.
            """ },
        { "an address", "Harbour Office of the Town of Merrow and Tarn\n14 Quay Street, second floor, ring twice\nMerrow MR1 4QX\nopen on weekdays" },
        { "links", """
            see also the list of all the harbours that are open to visitors
            https://harbours.example.org/list/of/all/the/harbours/open/to/visitors
            https://harbours.example.org/list/of/all/the/harbours/closed/in/winter
            https://harbours.example.org/list/of/all/the/harbours/with/a/crane/or/two
            https://harbours.example.org/list/of/all/the/harbours/without/any/crane
            """ },
        { "code", """
            public required string HarbourName { get; set; }
            public string? HarbourMaster { get; set; } = null;
            public required string QuayNumber { get; set; }
            public required string MooringName { get; set; }
            private readonly string _harbourOffice = "here";
            """ },
        { "a table of figures", """
            Merrow   1,204 1,310 1,412 1,500 1,611 1,702 1,800 1,911
            Tarn       204   310   412   500   611   702   800   911
            Oxness   2,204 2,310 2,412 2,500 2,611 2,702 2,800 2,911
            Sund     3,204 3,310 3,412 3,500 3,611 3,702 3,800 3,911
            """ },
        { "quoted mail", """
            > on Saturday the keepers will open the tower for the first time since
            > the storm took the lantern room in March, and everyone who carried
            > buckets, ropes or sandwiches that night is invited to climb up and see
            > what became of it.
            """ },
        { "steps of small letters", """
            - open the box and take out the lamp together with its brown cable
            - put the lamp upon the table where you would like it to stand now
            - push the plug of the cable into the socket that is near the table
            - press the button on the foot of the lamp until it begins to glow
            """ },
    };
}
