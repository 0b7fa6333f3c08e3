using ArchiveScrub.Credits;
using Xunit;

namespace ArchiveScrub.Tests.Credits;

public class CreditLineParserTests
{
    public static TheoryData<string, string> CreditLines { get; } = new()
    {
        { "With reporting by AP, AFP, and dpa", "AP|AFP|dpa" },
        { "With additional reporting by Jane Doe and Reuters.", "Reuters" },
        { "(Reporting by Jane Doe; Editing by John Roe)", "" },
        { "Based on reporting by RFE/RL, TASS, and Interfax", "RFE/RL|TASS|Interfax" },
        { "The Associated Press contributed to this report.", "Associated Press" },
        { "AP and AFP contributed to this story", "AP|AFP" },
        { "Quelle: dpa/AFP", "dpa|AFP" },
        { "Mit Material von dpa und Reuters", "dpa|Reuters" },
        { "(avec AFP)", "AFP" },
        { "Con información de EFE y Reuters", "EFE|Reuters" },
        { "Com informações da Agência Brasil", "Agência Brasil" },
        { "По материалам ТАСС, РИА Новости", "ТАСС|РИА Новости" },
        { "Источник: Интерфакс", "Интерфакс" },
        { "来源：新华社", "新华社" },
        { "المصدر: رويترز", "رويترز" },
        { "With files from CP", "CP" },
    };

    public static TheoryData<string> Others { get; } =
    [
        "", "Source: our own calculations", "With reporting by phone banned, the law changed everything for those who care", "AP", "Reuters said so",
        "She contributed to this report on the economy", "Avec plaisir", "Source code", "The weather contributed to this",
    ];

    [Theory]
    [MemberData(nameof(CreditLines))]
    public void Parse_gives_the_agencies_of_a_credit_line(string line, string agencies)
    {
        Assert.True(CreditLineParser.Default.IsCreditLine(line));
        Assert.Equal(agencies, string.Join('|', CreditLineParser.Default.Parse(line)));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void IsCreditLine_fails_for_other_lines(string line) => Assert.False(CreditLineParser.Default.IsCreditLine(line));
}
