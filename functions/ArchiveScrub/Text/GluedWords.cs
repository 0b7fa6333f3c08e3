using System.Buffers;
using System.Collections.Frozen;

namespace ArchiveScrub.Text;

/// <summary>
/// Labels of a user interface that ran together when the visible text was taken: <c>Log inPrivacy Policy</c>,
/// <c>YesNo</c>, <c>icon cameraicon checkicon close</c>. The text stays as it is; this tells where the labels part, so
/// that each can be looked up by itself. Words with a capital inside by right (<c>iPhone</c>, <c>McDonald</c>,
/// <c>YouTube</c>, <c>getElementById</c>) are left whole.
/// </summary>
internal static class GluedWords
{
    /// <summary>No label is longer; a longer text is one part.</summary>
    private const int MaxLength = 4096;

    private const int LeastUnnamedJoins = 3;
    private const int LeastIcons = 2;
    private const int MaxWordsPerJoin = 10;

    /// <summary>Words that are a label by themselves, or that labels start with.</summary>
    private static readonly FrozenSet<string> Labels = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "about", "accept", "accessibility", "account", "all", "cancel", "careers", "close", "comment", "comments", "contact", "contacts", "cookie", "cookies", "copyright", "decline", "delete", "donate",
        "edit", "email", "follow", "forgot", "help", "home", "like", "log", "login", "logout", "menu", "more", "news", "newsletter", "next", "no", "ok", "password", "previous", "print", "privacy", "read", "register",
        "registration", "remember", "reply", "report", "save", "search", "send", "settings", "share", "show", "sign", "skip", "sport", "subscribe", "terms", "tweet", "view", "yes",
        "вход", "войти", "да", "забыли", "закрыть", "комментарии", "контакты", "меню", "нет", "новости", "отмена", "пароль", "поделиться", "поиск", "регистрация", "читать",
        "abbrechen", "anmelden", "datenschutz", "impressum", "ja", "kontakt", "nein", "registrieren", "suche", "teilen", "weiter",
        "accueil", "connexion", "fermer", "non", "oui", "partager", "rechercher",
        "buscar", "cerrar", "compartir", "inicio", "iniciar", "registrarse", "sí",
        "compartilhar", "entrar", "fechar", "não", "pesquisar", "sim",
        "accedi", "cerca", "chiudi", "condividi", "registrati",
        "είσοδος", "εγγραφή", "ναι", "όχι", "αναζήτηση", "επικοινωνία");

    /// <summary>Words that labels of several words end with; lower case.</summary>
    private static readonly FrozenSet<string> LabelEnds = FrozenSet.Create(
        StringComparer.Ordinal,
        "account", "all", "comment", "comments", "cookies", "email", "here", "in", "me", "more", "now", "out", "password", "policy", "settings", "up", "us", "use",
        "пароль", "сайт", "нас", "ещё", "все", "passwort", "vergessen", "mehr", "uns", "passe", "plus", "sesión", "contraseña", "más", "senha", "mais", "più", "μας", "κωδικό");

    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "YouTube", "LinkedIn", "WhatsApp", "TikTok", "GitHub", "GitLab", "JavaScript", "TypeScript", "WordPress", "PayPal", "SoundCloud", "FaceBook", "MasterCard", "PlayStation", "PowerPoint", "MacBook");

    private static readonly FrozenSet<string> NamePrefixes = FrozenSet.Create(
        StringComparer.Ordinal, "Mc", "Mac", "De", "Di", "Du", "La", "Le", "Van", "Von", "Fitz", "Ben", "Al", "El");

    private static readonly SearchValues<char> CodeMarks = SearchValues.Create("_/\\=<>{}[]@#$;`");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LabelLookup = Labels.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LabelEndLookup = LabelEnds.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NameLookup = Names.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PrefixLookup = NamePrefixes.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether labels ran together in the text.</summary>
    public static bool IsGlued(ReadOnlySpan<char> text) => Split(text).Count > 1;

    /// <summary>The labels, as ranges of the text that leave out nothing; one range where nothing ran together.</summary>
    public static List<TextRange> Split(ReadOnlySpan<char> text)
    {
        var joins = new List<int>();
        if (text.Length <= MaxLength)
        {
            AddCaseJoins(text, joins);
            AddIconJoins(text, joins);
            joins.Sort();
            if (joins.Count * MaxWordsPerJoin < text.Count(' '))
            {
                joins.Clear(); // prose with a name in it
            }
        }

        var parts = new List<TextRange>(joins.Count + 1);
        var start = 0;
        foreach (var join in joins)
        {
            if (join > start)
            {
                parts.Add(new TextRange(start, join));
                start = join;
            }
        }

        parts.Add(new TextRange(start, text.Length));
        return parts;
    }

    private static void AddCaseJoins(ReadOnlySpan<char> text, List<int> joins)
    {
        var unnamed = new List<int>();
        var isMany = false;
        for (var end = 0; NextToken(text, end, out var start, out end);)
        {
            isMany |= AddCaseJoins(text, start, end, joins, unnamed);
        }

        // Joins of words that are not known count beside better ones.
        if (joins.Count > 0 || isMany)
        {
            joins.AddRange(unnamed);
        }
    }

    /// <summary>Adds the joins inside one token. Returns whether it is so many capitalised words that it is no name.</summary>
    private static bool AddCaseJoins(ReadOnlySpan<char> text, int start, int end, List<int> joins, List<int> unnamed)
    {
        if (IsCode(text[start..end]))
        {
            return false;
        }

        var isPhraseEnd = char.IsLower(text[start]);
        var isWholeText = text[..start].IsWhiteSpace() && text[end..].IsWhiteSpace();
        var word = start;
        var weak = 0;
        for (var i = start + 1; i + 1 < end; i++)
        {
            if (!char.IsUpper(text[i]) || !char.IsLower(text[i + 1]))
            {
                continue;
            }

            var right = text[i..WordEnd(text, i + 1, end)];
            if (i - 2 >= start && text[i - 1] is '?' or '!' or ')' && char.IsLetterOrDigit(text[i - 2]))
            {
                joins.Add(i);
                word = i;
            }
            else if (char.IsLower(text[i - 1]) && IsJoin(text[word..i], right))
            {
                if (IsNamedJoin(text, i, text[word..i], right, isPhraseEnd && word == start && !isWholeText))
                {
                    joins.Add(i);
                }
                else if (!(isPhraseEnd && isWholeText))
                {
                    unnamed.Add(i);
                    weak++;
                }

                word = i;
            }
        }

        // One capital inside a capitalised word is a name, many inside a word in small letters are an identifier.
        if (weak > 0 && (weak > 1) == isPhraseEnd)
        {
            unnamed.RemoveRange(unnamed.Count - weak, weak);
            return false;
        }

        return weak >= LeastUnnamedJoins;
    }

    private static bool IsJoin(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        left = left.TrimStart("\"'“‘«([");
        if (left.Length < 2 || PrefixLookup.Contains(left))
        {
            return false;
        }

        Span<char> name = stackalloc char[32];
        if (left.Length + right.Length <= name.Length)
        {
            left.CopyTo(name);
            right.CopyTo(name[left.Length..]);
            return !NameLookup.Contains(name[..(left.Length + right.Length)]);
        }

        return true;
    }

    private static bool IsNamedJoin(ReadOnlySpan<char> text, int at, ReadOnlySpan<char> left, ReadOnlySpan<char> right, bool endsPhrase)
    {
        if (LabelLookup.Contains(right) && (endsPhrase || LabelLookup.Contains(left)))
        {
            return true;
        }

        return (endsPhrase && LabelEndLookup.Contains(left)) || ComesBack(text, at, right);
    }

    /// <summary>Whether the word stands in the text once more, as a word of its own: <c>Comment via XComment via Y</c>.</summary>
    private static bool ComesBack(ReadOnlySpan<char> text, int at, ReadOnlySpan<char> word)
    {
        for (var from = 0; from < text.Length;)
        {
            var found = text[from..].IndexOf(word);
            if (found < 0)
            {
                return false;
            }

            from += found;
            var end = from + word.Length;
            if (from != at && (from == 0 || !char.IsLetter(text[from - 1])) && (end == text.Length || !char.IsLetter(text[end])))
            {
                return true;
            }

            from = end;
        }

        return false;
    }

    /// <summary>Labels of an icon font: the word that the text starts with ends further words.</summary>
    private static void AddIconJoins(ReadOnlySpan<char> text, List<int> joins)
    {
        if (!NextToken(text, 0, out var start, out var end))
        {
            return;
        }

        var icon = text[start..end];
        if (icon.Length < 3 || icon.ContainsAnyExceptInRange('a', 'z'))
        {
            return;
        }

        var before = joins.Count;
        while (NextToken(text, end, out start, out end))
        {
            if (end - start > icon.Length && text[start..end].EndsWith(icon))
            {
                joins.Add(end - icon.Length);
            }
        }

        if (joins.Count - before < LeastIcons)
        {
            joins.RemoveRange(before, joins.Count - before);
        }
    }

    private static bool NextToken(ReadOnlySpan<char> text, int from, out int start, out int end)
    {
        start = from;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        end = start;
        while (end < text.Length && !char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        return end > start;
    }

    private static int WordEnd(ReadOnlySpan<char> text, int from, int end)
    {
        while (from < end && char.IsLower(text[from]))
        {
            from++;
        }

        return from;
    }

    /// <summary>Addresses, hashtags, identifiers with their punctuation.</summary>
    private static bool IsCode(ReadOnlySpan<char> token)
    {
        if (token.ContainsAny(CodeMarks))
        {
            return true;
        }

        var call = token.IndexOf('(');
        var dot = token.IndexOf('.');
        return (call > 0 && char.IsLetter(token[call - 1])) || (dot > 0 && dot + 1 < token.Length && char.IsLetter(token[dot + 1]));
    }
}
