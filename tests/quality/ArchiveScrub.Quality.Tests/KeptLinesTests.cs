using ArchiveScrub.Quality.Metrics;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace ArchiveScrub.Quality.Tests;

public sealed class KeptLinesTests
{
    [Fact]
    public void A_line_is_kept_when_seven_words_in_ten_are_there()
    {
        Assert.Equal([true], Kept("one two three four five six seven eight nine ten", "one two three four, FIVE six seven"));
        Assert.Equal([false], Kept("one two three four five six seven eight nine ten", "one two three four five six"));
    }

    [Fact]
    public void A_line_without_a_word_is_not_kept() => Assert.Equal([true, false, true], Kept("a\n***\nb", "a *** b"));

    [Fact]
    public void Words_of_the_content_are_not_found_in_the_menu_before_it() =>
        Assert.Equal(
            [false, false, false, true],
            Kept("The\nShip\nIn the harbour\nThe old ship lay in the harbour for a week", "The old ship lay in the harbour for a week"));

    [Fact]
    public void Order_counts() => Assert.Equal(1, Kept("first line here\nsecond row there", "second row there first line here").Count(kept => kept));

    [Fact]
    public void Large_repetitive_pages_are_aligned_too()
    {
        var words = string.Join(' ', Enumerable.Repeat("yes no", 3000));
        Assert.Equal([true, false, true], Kept($"{words}\nmaybe\n{words}", $"{words} {words}"));
    }

    [Fact]
    public void Lines_taken_over_whole_are_found_again()
    {
        // Lines of distinct words, some of them kept: the mapping must give back exactly the choice.
        Prop.ForAll(Gen.Choose(0, 12).ListOf().ToArbitrary(), choice =>
        {
            var lines = Enumerable.Range(0, choice.Count).Select(i => string.Join(' ', Enumerable.Range(0, choice[i]).Select(k => $"w{i}x{k}"))).ToList();
            var wanted = choice.Select((count, i) => count > 0 && (count + i) % 3 != 0).ToList();
            return Kept(string.Join('\n', lines), string.Join('\n', lines.Where((_, i) => wanted[i]))).SequenceEqual(choice.Count == 0 ? [false] : wanted);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void An_alignment_never_finds_more_words_than_the_output_has()
    {
        var words = Gen.Choose(0, 5).ListOf().ToArbitrary(); // few different words: much ambiguity
        Prop.ForAll(words, words, (capture, output) =>
        {
            var found = WordAlignment.Align(capture.ToArray(), output.ToArray());
            var rest = output.ToList();
            var inOrder = true;
            var at = 0;
            for (var i = 0; i < found.Length; i++)
            {
                if (found[i])
                {
                    at = rest.IndexOf(capture[i], at) + 1;
                    inOrder &= at > 0;
                    at = at == 0 ? rest.Count : at;
                }
            }

            return inOrder;
        }).QuickCheckThrowOnFailure();
    }

    private static bool[] Kept(string capture, string output)
    {
        var vocabulary = new Vocabulary();
        return KeptLines.OfOutput(new TextLines(capture), vocabulary.Words(output), vocabulary);
    }
}
