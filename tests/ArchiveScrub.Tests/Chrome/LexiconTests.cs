using ArchiveScrub.Chrome.Lexicons;
using Xunit;
using Lexicon = ArchiveScrub.Chrome.Lexicons.Lexicon;

namespace ArchiveScrub.Tests.Chrome;

public class LexiconTests
{
    private const string Words = """
        # A comment.
        [label.account]
        en: log in | sign up | yes | no
        [label.legal]
        en: privacy policy
        zh: 隐私政策
        [verb]
        ru: модерат* | удал* сообщен*
        fr: j'accepte
        """;

    private static readonly Lexicon Small = Lexicon.Parse(Words);

    [Theory]
    [InlineData("Log in", true)]
    [InlineData("LOG IN · sign up", true)]
    [InlineData("Log inPrivacy Policy", true)]
    [InlineData("YesNo", true)]
    [InlineData("隐私政策", true)]
    [InlineData("Log in now", false)]
    [InlineData("Yesterday", false)]
    [InlineData("", false)]
    public void Block_is_all_labels_when_labels_cover_every_token(string text, bool expected) =>
        Assert.Equal(expected, Small.Find(text).IsAllLabels);

    [Theory]
    [InlineData("Модераторы решают", true)]
    [InlineData("решает МОДЕРАТОР", true)]
    [InlineData("мода", false)]
    [InlineData("удалить сообщения", true)]
    [InlineData("удалить все сообщения", false)]
    [InlineData("J\u2019accepte tout", true)]
    public void Phrase_is_found_by_stem_case_and_apostrophe(string text, bool expected) =>
        Assert.Equal(expected, Small.Find(text).Any.Has(Small.Group("verb")));

    [Fact]
    public void Start_and_sentence_are_told_apart_from_anywhere()
    {
        var group = Small.Group("label.account");
        Assert.True(Small.Find("Sign up now").AtStart.Has(group));
        Assert.False(Small.Find("Please sign up").AtSentence.Has(group));
        var second = Small.Find("Thanks. Sign up now");
        Assert.False(second.AtStart.Has(group));
        Assert.True(second.AtSentence.Has(group));
    }

    [Fact]
    public void Main_label_is_the_group_that_covers_most() =>
        Assert.Equal(Small.Group("label.legal"), Small.Find("No privacy policy").MainLabel);

    [Fact]
    public void First_phrase_is_given_as_printed() =>
        Assert.Equal("Privacy  POLICY", Small.FirstPhrase("Our Privacy  POLICY here", Small.Groups("label.legal")));

    [Fact]
    public void Phrase_in_two_groups_is_a_hit_in_both()
    {
        var lexicon = Lexicon.Parse("[label.a]\nen: like*\n[label.b]\nen: like");
        Assert.Equal(2, lexicon.Find("Like").Labels.CountOf(lexicon.Groups("label.a", "label.b")));
    }

    [Theory]
    [InlineData("Log in 12", true, 1)]
    [InlineData("3 yes, 4 no", true, 2)]
    [InlineData("3 maybe", false, null)]
    [InlineData("12", false, 1)]
    public void Cover_leaves_numbers_aside(string text, bool whole, int? numbers)
    {
        var cover = Small.Cover(text, Small.Groups("label.account"));
        Assert.Equal((whole, numbers), (cover is { IsWhole: true }, cover?.Numbers));
    }

    [Theory]
    [InlineData("en: word")]
    [InlineData("[group]\nword")]
    [InlineData("[group]\nenglish: word")]
    public void Line_without_group_or_language_is_refused(string text) =>
        Assert.Throws<InvalidDataException>(() => Lexicon.Parse(text));

    [Fact]
    public void Unknown_group_is_refused() => Assert.Throws<KeyNotFoundException>(() => Small.Group("label.acount"));

    [Fact]
    public void Built_in_lexicon_has_every_language_in_every_lexical_family()
    {
        var lexicon = Lexicon.Load();
        foreach (var group in (ReadOnlySpan<string>)["label.navigation", "label.account", "label.consent", "label.share", "label.comment", "label.policy", "label.related", "label.promo", "label.legal", "start.related", "start.promo", "promo.object", "donation.ask", "consent.object", "consent.act", "consent.party", "legal.sentence", "policy.object", "policy.authority", "policy.sanction", "policy.offence", "policy.norm", "report.verb", "start.caption"])
        {
            Assert.Superset(new HashSet<string>(["en", "ru", "fr", "de", "es", "pt", "it", "ar", "zh"], StringComparer.Ordinal), lexicon.LanguagesOf(group).ToHashSet(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Trie_reads_no_further_than_its_phrases()
    {
        const string text = "read more news";
        var trie = new PhraseTrie(4);
        trie.Add("read more", 3);
        Span<Token> tokens = stackalloc Token[3];
        Assert.Equal(3, Tokenizer.Cut(text, splitJoins: false, tokens));
        Assert.True(trie.MatchesAt(text, tokens[..1]).IsEmpty);
        Assert.True(trie.MatchesAt(text, tokens).Has(3));
        Assert.True(trie.MatchesAt(text, tokens[1..]).IsEmpty);
        Assert.Equal(2, trie.LongestMatch(text, tokens, GroupSet.Of(3), out var matched));
        Assert.True(matched.Has(3));
        Assert.Throws<ArgumentException>(() => trie.Add(" * ", 1));
    }

    [Theory]
    [InlineData("read", "read", true)]
    [InlineData("read more", "read less", false)]
    [InlineData("read more", "read", false)]
    [InlineData("sub*", "subscriber", true)]
    [InlineData("sub*", "su", false)]
    [InlineData("read news*", "read newsletters", true)]
    [InlineData("read news*", "read old", false)]
    public void Places_where_no_phrase_can_stand_are_passed_over(string phrase, string text, bool expected)
    {
        var trie = new PhraseTrie(4);
        trie.Add(phrase, 1);
        Span<Token> tokens = stackalloc Token[2];
        Assert.Equal(expected, trie.MayMatch(tokens[..Tokenizer.Cut(text, splitJoins: false, tokens)]));
    }

    [Fact]
    public void Stem_of_two_letters_is_refused() => Assert.Throws<ArgumentException>(() => new PhraseTrie(4).Add("re*", 1));

    [Fact]
    public void Hash_index_gives_back_what_was_put_in_and_grows()
    {
        var index = new HashIndex(2);
        for (var i = 1; i <= 1000; i++)
        {
            index.Entry((ulong)i << 50) += i;
        }

        Assert.Equal(1000, index.Count);
        Assert.All(Enumerable.Range(1, 1000), i => Assert.Equal(i, index[(ulong)i << 50]));
        Assert.Equal(0, index[7]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(65)]
    [InlineData(127)]
    public void Groups_of_both_halves_are_told_apart(int group)
    {
        var set = GroupSet.Of(group) | GroupSet.Of(0);
        Assert.True(set.Has(group));
        Assert.False(set.Has(group ^ 64));
        Assert.Equal(0, set.First);
        Assert.Equal(group, set.WithoutFirst().First);
        Assert.True(set.WithoutFirst().WithoutFirst().IsEmpty);
        Assert.Equal(GroupSet.Capacity, default(GroupSet).First);
    }

    [Theory]
    [InlineData("one two three four five", "FIVE two, three four one!", 1.0, true)]
    [InlineData("one two three four five", "one two three four six", 0.8, true)]
    [InlineData("one two three four five", "one two three four six", 0.85, false)]
    [InlineData("one two one two", "two one", 1.0, true)]
    public void Token_sets_agree_by_the_share_of_the_smaller_one(string left, string right, double share, bool expected) =>
        Assert.Equal(expected, TokenSet.Of(left).Agrees(TokenSet.Of(right), share));

    [Theory]
    [InlineData("Don't go, it\u2019s 5-ish", false, "dont go its 5 ish")]
    [InlineData("LoginSign upПоискВойти", false, "loginsign upпоисквойти")]
    [InlineData("LoginSign upПоискВойти", true, "login sign up поиск войти")]
    [InlineData("登录 or 登入2", false, "登 录 or 登 入 2")]
    [InlineData("snake_case a/b", false, "snake case a b")]
    [InlineData("قال: نعم", false, "قال نعم")]
    [InlineData("... — !", false, "")]
    public void Tokens_are_runs_of_letters_and_digits(string text, bool splitJoins, string expected)
    {
        var found = new List<string>();
        var tokens = new Tokenizer(text, splitJoins);
        while (tokens.Next(out var token))
        {
            found.Add(text[token.Start..token.End].ToLowerInvariant().Replace("'", "", StringComparison.Ordinal).Replace("\u2019", "", StringComparison.Ordinal));
        }

        Assert.Equal(expected, string.Join(' ', found));
    }

    [Fact]
    public void Without_phrases_all_groups_are_there_and_nothing_is_found()
    {
        var full = Lexicon.Load();
        var empty = Lexicon.LoadWithoutPhrases();

        Assert.Equal(full.Group("label.share"), empty.Group("label.share"));
        Assert.False(full.Find("Share on Facebook").Labels.IsEmpty);
        Assert.True(empty.Find("Share on Facebook").Labels.IsEmpty);
    }
}
