using System.Globalization;
using ArchiveScrub.Datelines;
using Xunit;

namespace ArchiveScrub.Tests.Datelines;

public class PrefixParserTests
{
    // text; place | agency | month-day or date; what is left
    public static TheoryData<string, string, string> Datelines { get; } = new()
    {
        { "LISBON, May 4. /TASS/. Ships left the port.", "LISBON|TASS|05-04", "Ships left" },
        { "LISBON. May 4 (Interfax) - Ships left the port.", "LISBON|Interfax|05-04", "Ships left" },
        { "LISBON (Reuters) - Ships left the port.", "LISBON|Reuters|", "Ships left" },
        { "LISBON, (Sputnik) - Ships left the port.", "LISBON|Sputnik|", "Ships left" },
        { "Lisbon (CNN)Ships left the port.", "Lisbon|CNN|", "Ships left" },
        { "LISBON, Portugal (AP) — Ships left the port.", "LISBON, Portugal|AP|", "Ships left" },
        { "LISBON, Portugal (AP) \" Ships left the port.", "LISBON, Portugal|AP|", "Ships left" },
        { "SALEM, Ore. (AP) _ Ships left.", "SALEM, Ore.|AP|", "Ships left" },
        { "SALEM, Ore., May 4 - Ships left.", "SALEM, Ore.||05-04", "Ships left" },
        { "ST. PAUL, Minn., May 4 (UPI) -- Ships left.", "ST. PAUL, Minn.|UPI|05-04", "Ships left" },
        { "WINSTON-SALEM, N.C., May 4 - Ships left.", "WINSTON-SALEM, N.C.||05-04", "Ships left" },
        { "L'AQUILA, Italy, May 4 - Ships left.", "L'AQUILA, Italy||05-04", "Ships left" },
        { "McALLEN, Texas (AP) - Ships left.", "McALLEN, Texas|AP|", "Ships left" },
        { "GENEVA/BEIRUT (Reuters) - Ships left.", "GENEVA/BEIRUT|Reuters|", "Ships left" },
        { "WASHINGTON and MOSCOW (AP) - Ships left.", "WASHINGTON and MOSCOW|AP|", "Ships left" },
        { "THE HAGUE, the Netherlands, May 4 (AP) - Ships left.", "THE HAGUE, the Netherlands|AP|05-04", "Ships left" },
        { "DETROIT May 4 - Ships left.", "DETROIT||05-04", "Ships left" },
        { "DETROIT, Aprli 4 - Ships left.", "DETROIT||04-04", "Ships left" },
        { "omaha, may 4 - Ships left.", "omaha||05-04", "Ships left" },
        { "AUSTIN, Texas, May 4, 2021 /PRNewswire/ -- Ships left.", "AUSTIN, Texas|PRNewswire|2021-05-04", "Ships left" },
        { "AUSTIN, Texas--(BUSINESS WIRE)--Ships left.", "AUSTIN, Texas|BUSINESS WIRE|", "Ships left" },
        { "AUSTIN, TX / ACCESSWIRE / May 4, 2021 / Ships left.", "AUSTIN, TX|ACCESSWIRE|2021-05-04", "Ships left" },
        { "AUSTIN, Texas, May 04, 2021 (GLOBE NEWSWIRE) -- Ships left.", "AUSTIN, Texas|GLOBE NEWSWIRE|2021-05-04", "Ships left" },
        { "WASHINGTON (May 4, 2021) — Ships left.", "WASHINGTON||2021-05-04", "Ships left" },
        { "May 4 (Reuters) - Ships left.", "|Reuters|05-04", "Ships left" },
        { "(Reuters) - Ships left.", "|Reuters|", "Ships left" },
        { "PORTO, Dec. 3 (Xinhua) -- Ships left.", "PORTO|Xinhua|12-03", "Ships left" },
        { "Aleppo, SANA – Ships left.", "Aleppo|SANA|", "Ships left" },
        { "Jakarta, CNN Indonesia -- Kapal berangkat.", "Jakarta|CNN Indonesia|", "Kapal" },
        { "Berlin/Köln (dpa) - Schiffe fahren aus.", "Berlin/Köln|dpa|", "Schiffe" },
        { "Frankfurt am Main (dpa) - Schiffe fahren aus.", "Frankfurt am Main|dpa|", "Schiffe" },
        { "Paris, 4 mai 2021 (AFP) - Les navires partent.", "Paris|AFP|2021-05-04", "Les navires" },
        { "Alger - APS : Les navires partent.", "Alger|APS|", "Les navires" },
        { "Lima, 4 may (EFE).- Los barcos zarpan.", "Lima|EFE|05-04", "Los barcos" },
        { "MADRID, 4 May. (EUROPA PRESS) - Los barcos zarpan.", "MADRID|EUROPA PRESS|05-04", "Los barcos" },
        { "(ANSA) - ROMA, 4 MAG - Le navi partono.", "ROMA|ANSA|05-04", "Le navi" },
        { "São Paulo, 4 mai (Lusa) – Os navios partem.", "São Paulo|Lusa|05-04", "Os navios" },
        { "ANKARA (AA) - Gemiler ayrıldı.", "ANKARA|AA|", "Gemiler" },
        { "МИНСК, 4 мая. /ТАСС/. Корабли вышли в море.", "МИНСК|ТАСС|05-04", "Корабли" },
        { "МИНСК, 4 мая — РИА Новости. Корабли вышли в море.", "МИНСК|РИА Новости|05-04", "Корабли" },
        { "МИНСК, 4 мая - РИА Новости, Иван Иванов. Корабли вышли.", "МИНСК|РИА Новости|05-04", "Корабли" },
        { "Минск. 4 мая. INTERFAX.RU - Корабли вышли в море.", "Минск|INTERFAX.RU|05-04", "Корабли" },
        { "КИЇВ. 4 травня. УНН. Кораблі вийшли.", "КИЇВ|УНН|05-04", "Кораблі" },
        { "新华社上海5月4日电 船只离港。", "上海|新华社|05-04", "船只" },
        { "新华社上海5月4日电（记者张三）船只离港。", "上海|新华社|05-04", "船只" },
        { "江南社上海5月4日电 船只离港。", "上海|江南社|05-04", "船只" },
        { "(서울=연합뉴스) 홍길동 기자 = 배가 떠났다.", "서울|연합뉴스|", "배가" },
        { "بيروت - رويترز: غادرت السفن", "بيروت|رويترز|", "غادرت" },
        { "بيروت (رويترز) - غادرت السفن", "بيروت|رويترز|", "غادرت" },
        { "حلب-سانا غادرت السفن", "حلب|سانا|", "غادرت" },
        { "LISBON, Feb. 30 (AP) — Ships left.", "LISBON|AP|impossible", "Ships left" },
        { "OXMOUTH (Eastwire) - Ships left.", "OXMOUTH|Eastwire|", "Ships left" },
        { "Altdorf (abc) - Schiffe fahren aus.", "Altdorf|abc|", "Schiffe" },
        { "Altdorf, 4 May 2004. Ships left.", "Altdorf||2004-05-04", "Ships left" },
        { "حلب، 4 مايو (الفجر) - غادرت السفن", "حلب|الفجر|05-04", "غادرت" },
        { "LISBON - Ships left.", "LISBON||", "Ships left" },
        { "KARACHI: Ships left.", "KARACHI||", "Ships left" },
        { "LISBON, May 4. /TASS/", "LISBON|TASS|05-04", "" },
    };

    public static TheoryData<string> Others { get; } =
    [
        "", "-", "( ", "Ships left the port of Lisbon (Portugal) on May 4.", "TURKEY, 2 lbs. Put it in the oven.", "NASA (the agency) - said so",
        "\"LISBON (AP) - Ships left\", he read aloud.", "The London (UK) office opened.", "President Jane Doe (R) said so.", "BREAKING - Ships left.",
        "On May 4, ships left - at last.", "IBM - a maker of computers.", "WHO (World Health Organization) - a body of the UN", "May 4, 2021", "Lisbon - the old town",
        "GENERAL MOTORS - the car maker - said so.", "Reuters reported it.", "The AP said so.", "WARNING: Wet floor.", "ZZ - advanced placement",
        "John Doe, Reuters reporter, said", "Paris - Hotel Deals", "In Paris. Reuters reported it then.", "Rome 4/3 lines of text", "The ships (AP) left on May 4 - at last", "PARIS | LONDON | ROME", "Mr. Smith (AP photographer) said", "Visit LISBON (Reuters) - now",
    ];

    [Theory]
    [MemberData(nameof(Datelines))]
    public void Read_gives_place_agency_and_date(string text, string expected, string rest)
    {
        var reading = PrefixParser.Prefixes.Read(text);
        Assert.NotNull(reading);
        var date = reading.Reading is not { } d ? "" : !d.IsPossible ? "impossible"
            : (d.Year is { } year ? year + "-" : "") + string.Create(CultureInfo.InvariantCulture, $"{d.Month:00}-{d.Day:00}");
        Assert.Equal(expected, $"{Slice(text, reading.Place)}|{Slice(text, reading.Agency)}|{date}");
        Assert.StartsWith(rest, text[reading.Length..], StringComparison.Ordinal);
        Assert.False(text.Length > reading.Length && char.IsWhiteSpace(text[reading.Length]));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Read_gives_nothing_for_other_beginnings(string text) => Assert.Null(PrefixParser.Prefixes.Read(text));

    [Theory]
    [InlineData("A. ")]
    [InlineData("MOSCOW, ")]
    [InlineData("AB/")]
    [InlineData("May 4 ")]
    [InlineData("(AP ")]
    [InlineData("新华社")]
    [InlineData("Ab Cd, Ef. ")]
    public void Read_looks_at_the_head_of_hostile_text_only(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        Assert.True(PrefixParser.Prefixes.Read(text) is not { } reading || reading.Length <= PrefixParser.MaxLength);
    }

    private static string Slice(string text, TextRange? range) => range is { } r ? text[r.Start..r.End] : "";
}
