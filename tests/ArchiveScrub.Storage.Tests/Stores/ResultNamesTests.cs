using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace ArchiveScrub.Storage.Tests;

public sealed class ResultNamesTests
{
    [Theory]
    [InlineData("a.html")]
    [InlineData("a/b/c.html")]
    [InlineData("with space.html")]
    [InlineData(" leading.html")]
    [InlineData("a#b.html")]
    [InlineData("a%20b%2Fc.html")]
    [InlineData("Ünïcode/日本語/файл.html")]
    [InlineData("no-extension")]
    [InlineData("a..b.html")]
    [InlineData("-")]
    [InlineData("~")]
    [InlineData("a[1]{2}.html")]
    [InlineData("a.html.clean.txt")]
    [InlineData("😀.html")]
    [InlineData("console.html")]
    public void Ordinary_names_stay_as_they_are(string name)
    {
        Assert.Equal(name + ".clean.txt", ResultNames.Of(name, ResultForm.CleanText));
        Assert.Equal(name + ".manifest.json", ResultNames.Of(name, ResultForm.Manifest));
        Assert.Equal(name + ".error.json", ResultNames.Of(name, ResultForm.Error));
    }

    [Fact]
    public void Names_made_of_URLs_stay_as_they_are_where_the_file_system_takes_them()
    {
        const string Name = "index.php?id=3&x=*.html";
        var result = ResultNames.Of(Name, ResultForm.CleanText);
        Assert.Equal(!OperatingSystem.IsWindows(), result == Name + ".clean.txt");
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("a//b")]
    [InlineData("a/")]
    [InlineData("a/./b")]
    [InlineData("C:\\Windows\\win.ini")]
    [InlineData("C:/Windows")]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    [InlineData("\u001B[31mred")]
    [InlineData("CON")]
    [InlineData("aux.html")]
    [InlineData("nul.tar.gz")]
    [InlineData("COM1 .html")]
    [InlineData("ends with a dot.")]
    [InlineData("ends with a space ")]
    [InlineData(".archivescrub/x")]
    [InlineData("a.clean.txt/b.html")]
    public void Hostile_names_become_safe_ones(string name)
    {
        var result = ResultNames.Of(name, ResultForm.CleanText);
        AssertSafe(result);
        Assert.NotEqual(name + ".clean.txt", result);
        Assert.Contains('~', result);
    }

    [Fact]
    public void Lone_surrogates_which_UTF8_cannot_tell_apart_give_distinct_results()
    {
        var one = ResultNames.Of("\uD800.html", ResultForm.CleanText);
        AssertSafe(one);
        Assert.NotEqual(one, ResultNames.Of("\uD801.html", ResultForm.CleanText));
        Assert.NotEqual(one, ResultNames.Of("\uFFFD.html", ResultForm.CleanText));
    }

    [Fact]
    public void Names_that_are_too_long_are_cut_and_stay_distinct()
    {
        foreach (var length in new[] { 200, 235, 236, 255, 256, 1000, 5000, 100_000 })
        {
            var one = ResultNames.Of(new string('a', length) + "1", ResultForm.Manifest);
            var other = ResultNames.Of(new string('a', length) + "2", ResultForm.Manifest);
            AssertSafe(one);
            Assert.NotEqual(one, other);
        }

        AssertSafe(ResultNames.Of(string.Concat(Enumerable.Repeat("ä", 200)), ResultForm.Manifest));
        AssertSafe(ResultNames.Of(string.Concat(Enumerable.Repeat("folder/", 1000)) + "a.html", ResultForm.Manifest));
    }

    [Fact]
    public void A_name_that_looks_like_one_made_safe_is_made_safe_itself()
    {
        var marked = ResultNames.Of("..", ResultForm.CleanText)[..^".clean.txt".Length];
        Assert.NotEqual(marked + ".clean.txt", ResultNames.Of(marked, ResultForm.CleanText));
    }

    [Fact]
    public void Random_names_are_safe_stay_in_the_folder_and_are_distinct_where_the_captures_are()
    {
        var pieces = Gen.Elements("/", "..", ".", "a", "b", " ", "~", "\\", ":", "C:", "\0", "%", "#", "?", "%2F", "con", "nul", ".txt", ".clean.txt", ".manifest.json", "ä", "\uD83D", "\uDE00", "\uFFFD", "\u202E", new string('x', 120));
        var names = pieces.ArrayOf().Select(static parts => string.Concat(parts)).ListOf(20).ToArbitrary();
        var root = Path.GetFullPath(Path.Combine(Path.GetTempPath(), "root")) + Path.DirectorySeparatorChar;
        Prop.ForAll(names, captures =>
        {
            var results = new Dictionary<string, (string Capture, ResultForm Form)>(StringComparer.Ordinal);
            foreach (var capture in captures.Distinct(StringComparer.Ordinal))
            {
                foreach (var form in ResultForm.All)
                {
                    var result = ResultNames.Of(capture, form);
                    AssertSafe(result);
                    Assert.EndsWith(form.Suffix, result, StringComparison.Ordinal);
                    Assert.StartsWith(root, Path.GetFullPath(root + result), StringComparison.Ordinal);
                    Assert.True(results.TryAdd(result, (capture, form)), $"'{capture}' and '{results[result].Capture}' both give '{result}'");
                }
            }

            // No result is in the way of a folder of another.
            Assert.DoesNotContain(results.Keys, file => results.Keys.Any(other => other.StartsWith(file + "/", StringComparison.Ordinal)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    private static void AssertSafe(string result)
    {
        Assert.True(ResultNames.IsSafe(result), result);
        Assert.All(result.Split('/'), static component =>
        {
            Assert.NotEqual("", component);
            Assert.False(component is "." or "..");
            Assert.InRange(Encoding.UTF8.GetByteCount(component), 1, 255);
            Assert.DoesNotContain(component, char.IsControl);
            Assert.DoesNotContain('\\', component);
        });
        Assert.InRange(result.Length, 1, 1024);
    }
}
