namespace ArchiveScrub.Captures.Detection;

/// <summary>
/// How often the letters outside ASCII occur in a language, and the charsets it was written in. Numbers are rounded shares,
/// of 10,000 letters in Latin alphabets and relative to each other in others; small letters stand for both cases.
/// </summary>
internal static class Alphabets
{
    private const string WestEuropean = "windows-1252 iso-8859-15";
    private const string CentralEuropean = "windows-1250 iso-8859-2";
    private const string Baltic = "windows-1257 iso-8859-13 iso-8859-4";
    private const string RussianCharsets = "windows-1251 koi8-r iso-8859-5 ibm866 x-mac-cyrillic";

    public static readonly Alphabet[] All =
    [
        // English pages hold hardly anything but typographers' marks and the accents of a few loan words.
        new("en", WestEuropean, AlphabetScript.Latin, "é6 ñ1 ï1 ö1 ü1 è1 ç1 á1 í1 ó1", Symbols: 90),
        new("fr", WestEuropean, AlphabetScript.Latin, "é190 à49 è30 ê22 ç9 â5 î5 û6 ô6 ù6 ï1 ë1 œ2", Symbols: 25),
        new("de", WestEuropean, AlphabetScript.Latin, "ü65 ä56 ö28 ß31 é1", Symbols: 12),
        new("es", WestEuropean, AlphabetScript.Latin, "ó83 í72 á50 é43 ñ31 ú17 ü1 ¿3 ¡2", Symbols: 12),
        new("pt", WestEuropean, AlphabetScript.Latin, "ã73 ç53 á47 é40 ê38 ó30 í30 õ15 ú12 â8 à10 ô5 ü1", Symbols: 10),
        new("it", WestEuropean, AlphabetScript.Latin, "à64 è40 ò12 ù14 é8 ì8 î1", Symbols: 40),
        new("ca", WestEuropean, AlphabetScript.Latin, "à40 é35 è40 ó45 í40 ò18 ç10 ú12 ï5 ü3 ·4", Symbols: 15),
        new("sv", WestEuropean, AlphabetScript.Latin, "ä180 å134 ö131 é4 ü1", Symbols: 6),
        new("da", WestEuropean, AlphabetScript.Latin, "å119 ø94 æ87 é5 ö1 ü1", Symbols: 6),
        new("fi", WestEuropean, AlphabetScript.Latin, "ä358 ö50 å2 š1 ž1", Symbols: 4),
        new("is", WestEuropean, AlphabetScript.Latin, "ð440 í157 á180 þ145 ó99 æ87 é65 ö78 ú61 ý23", Symbols: 3),
        new("nl", WestEuropean, AlphabetScript.Latin, "é10 ë20 ï10 ö6 ü3 è5 á1 ó1 ê1 ç1", Symbols: 45),

        // UTF-8 that was pasted in and read as windows-1252: no language, but found on many an old page.
        new("mul", "windows-1252", AlphabetScript.Latin, "â60 Â30 Ã30 €40 ™25 œ15 ©8 ¼5 ¦4 ¢4 ¨4 ³4 ¡3 ¶3 ±3 ½2 ª2 ð2 \u00AD2 ˆ1 ¤1 ¥1 §1 ¬1 ¯1 º1 ¹1", Symbols: 30, AreDense: true),

        new("pl", CentralEuropean, AlphabetScript.Latin, "ł182 ę111 ą99 ó85 ż83 ś66 ć40 ń20 ź6", Symbols: 5),
        new("cs", CentralEuropean, AlphabetScript.Latin, "í326 á224 ě165 é133 ř121 ý107 ž99 č95 š81 ů69 ú10 ó3 ť4 ď2 ň1", Symbols: 3),
        new("sk", CentralEuropean, AlphabetScript.Latin, "á190 í110 č110 ú100 ž95 é90 ý90 š85 ť60 ľ40 ň20 ô18 ä10 ó10 ď10 ĺ1 ŕ1", Symbols: 3),
        new("hu", CentralEuropean, AlphabetScript.Latin, "é380 á360 ö100 ó100 ő100 ü60 í60 ú30 ű20", Symbols: 3),
        new("ro", CentralEuropean, AlphabetScript.Latin, "ă260 ţ120 ş130 î130 â90 ț4 ș4", Symbols: 5),
        new("hr", CentralEuropean, AlphabetScript.Latin, "č100 š100 ć60 ž60 đ30", Symbols: 6),
        new("sq", CentralEuropean, AlphabetScript.Latin, "ë700 ç60", Symbols: 6),

        new("tr", "windows-1254", AlphabetScript.Latin, "ı511 ü185 ş178 ç116 ğ112 ö78 İ30 â3 î1 û1", Symbols: 4),

        new("lt", Baltic, AlphabetScript.Latin, "ė170 ų130 š120 ž80 į60 ą60 ū40 č40 ę20", Symbols: 5),
        new("lv", Baltic, AlphabetScript.Latin, "ā380 ī180 ē160 š90 ņ55 ū50 ļ40 ž30 č15 ģ15 ķ12", Symbols: 4),
        new("et", Baltic, AlphabetScript.Latin, "ä180 õ100 ü70 ö20 š2 ž2", Symbols: 4),

        new(
            "vi", "windows-1258", AlphabetScript.Latin,
            "\u0323300 \u0301280 đ250 \u0300200 ư180 \u0309180 à160 ô150 á130 ê120 â100 \u0303100 ơ90 í70 ă60 ó60 ú40 ù30 é20 è10", Symbols: 5, AreDense: true),

        new("ru", RussianCharsets, AlphabetScript.Other, "о109 е85 а80 и74 н67 т63 с55 р47 в45 л44 к35 м32 д30 п28 у26 я20 ы19 ь17 г17 з16 б16 ч14 й12 х10 ж9 ш7 ю6 ц5 щ4 э3 ф3 ё2 ъ1", Symbols: 2),
        new("uk", "windows-1251 koi8-u iso-8859-5 x-mac-cyrillic", AlphabetScript.Other, "о94 а83 н68 и61 і57 в54 т50 р47 е46 с41 л37 к36 д34 у34 м30 п29 з23 я22 ь18 б18 г16 ч14 й14 х12 ж9 ю9 ш8 ц8 ї7 щ6 є5 ф3 ґ1", Symbols: 2),
        new("be", "windows-1251 iso-8859-5", AlphabetScript.Other, "а150 н65 і55 е50 р50 с50 о45 т45 ы43 д40 л40 к38 я36 з33 у33 в30 м28 п27 ў25 ц22 ч18 й16 г16 ь16 б14 э13 ж10 ш10 х8 ё8 ю5 ф2", Symbols: 2),
        new("bg", "windows-1251 iso-8859-5", AlphabetScript.Other, "а125 о90 и90 е85 т73 н70 р53 с50 в47 л35 д35 к33 п30 м25 з22 ъ17 я15 г15 у15 б14 ч14 ц7 ж7 щ6 х6 й5 ш4 ф3 ю2 ь1", Symbols: 2),
        new("sr", "windows-1251 iso-8859-5", AlphabetScript.Other, "а115 и97 о92 е90 н57 р50 ј50 с48 т44 у43 д38 к37 в37 м36 л35 п28 з17 г16 б15 ч10 ц9 ш9 њ7 ж6 ћ6 х6 љ5 ф3 ђ2 џ1", Symbols: 2),

        new("el", "windows-1253 iso-8859-7", AlphabetScript.Other, "Ά8 α110 ο80 τ85 ε75 ι70 ν65 σ49 η45 ρ43 κ42 ς40 π40 υ35 μ33 λ29 ί30 ό22 ά20 ή19 γ18 έ17 δ17 ω16 ύ15 χ11 ώ10 θ10 φ8 β7 ξ4 ζ3 ψ2 ϊ1", Symbols: 2),
        new("he", "windows-1255 iso-8859-8", AlphabetScript.Other, "י110 ו105 ה100 ל74 ר56 א55 ת51 ב48 מ46 ש44 ם32 ע32 נ28 ד26 ח25 כ23 ק21 פ17 ס15 ן13 ג13 ז13 ט12 צ12 ך8 ף3 ץ2", Symbols: 2),
        new("ar", "windows-1256 iso-8859-6", AlphabetScript.Other, "ا125 ل120 ي68 م65 ن65 و60 ر50 ت48 ع38 ب37 ة36 ه35 د31 ف30 س29 أ25 ق24 ك22 ح20 ج14 ،12 ش11 ص11 ط10 ى9 إ9 خ8 ض7 ذ7 ز6 ث6 ئ4 غ4 ء4 ظ2 ؤ2 آ2 ؟1", Symbols: 2),
        new("fa", "windows-1256", AlphabetScript.Other, "ا140 ي90 ر75 ن70 د70 ه65 م55 ت50 و55 س35 ب40 ش35 ك22 ک22 ز30 ل28 گ16 خ15 ف14 پ12 چ6 ج11 ق10 ح9 ع10 ژ2 ط5 ص5 آ8 ى10 ،8 \u200C10 ئ2 ض2 غ2 ث1 ذ2 ظ2 أ1 ء1", Symbols: 2),
        new("th", "windows-874", AlphabetScript.Other, "า75 น70 ร65 อ60 ่55 ก52 เ50 ง48 ้45 ม42 ั42 ย40 ว38 ล35 ี35 ท35 ด33 ต32 ส32 บ30 ค30 ิ30 ห28 ป25 ะ22 แ22 พ22 ไ22 จ22 ใ18 ข18 ื18 ช16 โ15 ุ15 ู15 ำ12 ์12 ็10 ถ10 ศ8 ึ8 ผ8 ณ6 ธ6 ซ6 ญ5 ภ5 ษ4 ฟ3 ๆ2 ฐ2 ฝ2 ฎ1 ฏ1 ฮ1 ฉ3 ฒ1 ฤ1 ฆ1 ๐1 ๑1 ๒1", Symbols: 1),
    ];
}
