using ArchiveScrub.Credits;
using Xunit;

namespace ArchiveScrub.Tests.Credits;

public class BylineParserTests
{
    public static TheoryData<string, string> Bylines { get; } = new()
    {
        { "By Jane Doe", "Jane Doe" },
        { "BY JANE DOE", "JANE DOE" },
        { "By Jane Doe and John Roe", "Jane Doe and John Roe" },
        { "By Jane Doe, John Roe and Max Muster", "Jane Doe, John Roe and Max Muster" },
        { "By Jane Doe, Staff Writer", "Jane Doe" },
        { "By Jane Doe in Damascus", "Jane Doe" },
        { "By Jane van der Berg | April 5, 2017", "Jane van der Berg" },
        { "By Jane Doe Updated May 3, 2020", "Jane Doe" },
        { "by Jane Doe on May 3, 2020", "Jane Doe" },
        { "By: Jane Doe", "Jane Doe" },
        { "Written by Jane Doe", "Jane Doe" },
        { "Posted by Jane Doe on Tuesday, August 29, 2023", "Jane Doe" },
        { "Von Erika Mustermann", "Erika Mustermann" },
        { "Par Jeanne Dupont avec AFP", "Jeanne Dupont avec AFP" },
        { "Por Juana Pérez", "Juana Pérez" },
        { "Di Mario Rossi", "Mario Rossi" },
        { "Автор: Иван Иванов", "Иван Иванов" },
        { "Текст: Иван Иванов", "Иван Иванов" },
        { "作者：张三", "张三" },
        { "بقلم: أحمد علي", "أحمد علي" },
        { "Author: Jane Doe", "Jane Doe" },
    };

    public static TheoryData<string> Others { get; } =
    [
        "", "By", "By the time he arrived, all was over", "By Monday", "By April 5, 2020", "Di Maria", "De Niro", "By clicking you agree", "Stand by me",
        "By voting 5 to 4, the court ruled", "Von der Leyen", "By Invitation: a talk", "Par exemple", "By 2050, seas will rise", "Bye bye",
    ];

    [Theory]
    [MemberData(nameof(Bylines))]
    public void Parse_gives_the_names_of_a_byline(string line, string names) => Assert.Equal(names, BylineParser.Default.Parse(line));

    [Theory]
    [MemberData(nameof(Others))]
    public void IsByline_fails_for_other_lines(string line) => Assert.False(BylineParser.Default.IsByline(line));
}
