using ArchiveScrub.Text;
using Xunit;

namespace ArchiveScrub.Tests.Text;

public sealed class GluedWordsTests
{
    [Theory]
    [InlineData("Log inPrivacy Policy", "Log in|Privacy Policy")]
    [InlineData("YesNo", "Yes|No")]
    [InlineData("RegisterForgot your password?Privacy Policy", "Register|Forgot your password?|Privacy Policy")]
    [InlineData("Comment via FacebookComment via X", "Comment via Facebook|Comment via X")]
    [InlineData("Sign upLog inSubscribe", "Sign up|Log in|Subscribe")]
    [InlineData("WeatherTrafficLotteryCrosswords", "Weather|Traffic|Lottery|Crosswords")]
    [InlineData("Was this useful?YesNo", "Was this useful?|Yes|No")]
    [InlineData("ДаНет", "Да|Нет")]
    [InlineData("Забыли пароль?Регистрация", "Забыли пароль?|Регистрация")]
    [InlineData("Вход на сайтРегистрация", "Вход на сайт|Регистрация")]
    [InlineData("ΝαιΌχι", "Ναι|Όχι")]
    [InlineData("Passwort vergessenRegistrieren", "Passwort vergessen|Registrieren")]
    [InlineData("icon bookmark-bicon bookmarkicon cameraicon check", "icon bookmark-b|icon bookmark|icon camera|icon check")]
    public void Labels_that_ran_together_are_told_apart(string text, string parts)
    {
        Assert.True(GluedWords.IsGlued(text));
        Assert.Equal(parts, Parts(text));
    }

    [Theory]
    [InlineData("iPhone")]
    [InlineData("Sell your iPhone on eBay")]
    [InlineData("McDonald and MacArthur met DeVries")]
    [InlineData("JavaScript")]
    [InlineData("YouTube LinkedIn TikTok GitHub WhatsApp")]
    [InlineData("Two PhD students")]
    [InlineData("LearnLab buys CoralWorks")]
    [InlineData("Call getElementById to find it")]
    [InlineData("innerText")]
    [InlineData("The innerHtml, the outerHtml and the camelCase of names")]
    [InlineData("https://example.org/LogInPrivacy")]
    [InlineData("#SaveOurLibraryNow")]
    [InlineData("Menu.showHome()")]
    [InlineData("Log in")]
    [InlineData("Privacy Policy")]
    [InlineData("LOG IN PRIVACY")]
    [InlineData("Вход на сайт")]
    [InlineData("登录隐私政策")]
    [InlineData("icon of the silicon age")]
    [InlineData("The need to keep state was the reason to write the useReducer hook, and Reducer is what they called it")]
    [InlineData("")]
    [InlineData("   ")]
    public void Words_with_a_capital_inside_by_right_stay_whole(string text)
    {
        Assert.False(GluedWords.IsGlued(text));
    }

    [Fact]
    public void Parts_cover_the_text_and_a_text_longer_than_any_label_is_one_part()
    {
        var text = string.Concat(Enumerable.Repeat("Log inPrivacy Policy ", 1000));

        Assert.Equal([new TextRange(0, text.Length)], GluedWords.Split(text));
    }

    private static string Parts(string text) => string.Join('|', GluedWords.Split(text).Select(r => text[r.Start..r.End]));
}
