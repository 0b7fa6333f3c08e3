using System.Text;

namespace ArchiveScrub.Tests.Generated;

/// <summary>Words, sentences and chrome to make pages of.</summary>
internal static class Vocabulary
{
    private static readonly string[][] Languages =
    [
        ["the", "harbour", "council", "said", "on", "Monday", "that", "ferries", "would", "stop", "while", "engineers", "look", "at", "its", "old", "pier", "and", "fishermen", "worry"],
        ["совет", "порта", "сообщил", "что", "паромы", "не", "ходят", "пока", "инженеры", "осматривают", "старый", "причал", "рыбаки", "и", "Гавань"],
        ["le", "conseil", "du", "port", "a", "dit", "que", "les", "bacs", "s’arrêteront", "pendant", "l’examen", "de", "la", "vieille", "jetée"],
        ["der", "Hafenrat", "sagte", "dass", "die", "Fähren", "ruhen", "während", "man", "den", "alten", "Steg", "prüft", "und", "Fischer", "Sorgen", "haben"],
        ["el", "consejo", "del", "puerto", "dijo", "que", "los", "transbordadores", "pararán", "mientras", "revisan", "el", "muelle", "viejo"],
        ["قال", "مجلس", "الميناء", "إن", "العبارات", "ستتوقف", "بينما", "يفحص", "المهندسون", "الرصيف", "القديم"],
        ["港口", "委员会", "周一", "表示", "工程师", "检查", "旧", "码头", "期间", "渡轮", "停航", "𠮷野"],
        ["e\u0301te\u0301", "A\u030Angstro\u0308m", "\u1112\u1161\u11AB\u1100\u1173\u11AF", "q\u0323\u0307", "\u05E9\u05BC\u05C1", "\uD83D\uDE80", "\u202Eabc\u202C", "zero\u200Bwidth", "so\u00ADft", "no\u00A0break", "\u3000wide"],
    ];

    /// <summary>What sites of several languages say beside their articles; written for these tests.</summary>
    private static readonly string[] Chrome =
    [
        "Log in", "Sign up", "Register", "Forgot your password?", "Share on Facebook", "Tweet", "Print", "Home", "World", "Sport", "Menu", "Search", "Next", "Back to top",
        "Cookies help us to show this site. Accept all", "We use cookies and ask for your consent.", "Subscribe to our newsletter", "Download our app", "Read more:", "Read also", "Most read", "Related stories",
        "Comments (14)", "Leave a comment", "1,204 views", "Advertisement", "© 2019 Merrow Post. All rights reserved.", "Terms of use", "Privacy policy", "Photo: A. Nobody", "Donate now", "Tags:", "play_arrow", "close", "share",
        "Войти", "Регистрация", "Читайте также", "Подписаться", "Комментарии", "Все права защищены", "Поделиться",
        "Se connecter", "Lire aussi", "Partager", "Mentions légales", "Anmelden", "Teilen", "Mehr zum Thema", "Impressum", "Iniciar sesión", "Compartir", "Lea también", "Entrar", "Condividi", "Leggi anche",
        "تسجيل الدخول", "شارك", "登录", "分享到", "版权所有", "Log inPrivacy Policy", "RegisterForgot password",
        "MERROW, February 12 (TASS) — ", "12:04 03.06.2019", "Feb. 30, 2018", "By Anna Example", "Jane Roe, Staff Writer",
    ];

    private static readonly string[] Odd = ["\0", "\u0001", "\u001B[0m", "\u0085", "\u2028", "\uFFFE", "\uFEFF", "\u200B", "\"", "\\", "\u007F", "\uD83D\uDE00", "\u0301", "---", "★", "•", "&", "<", ">"];

    public static string Words(Dice dice, int count)
    {
        var words = dice.OneIn(6) ? Languages[^1] : dice.Pick(Languages);
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            text.Append(i == 0 ? "" : " ").Append(dice.OneIn(60) ? dice.Pick(Odd) : dice.Pick(words));
        }

        return text.ToString();
    }

    public static string Sentence(Dice dice) => Words(dice, 6 + dice.Next(24)) + dice.Pick([".", ".", ".", "?", "!", "。", "…"]);

    public static string Paragraph(Dice dice)
    {
        var text = new StringBuilder(Sentence(dice));
        for (var more = dice.Next(4); more > 0; more--)
        {
            text.Append(' ').Append(Sentence(dice));
        }

        return text.ToString();
    }

    public static string Label(Dice dice) => dice.Pick(Chrome);
}
