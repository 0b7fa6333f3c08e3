using System.Text;
using Xunit;

namespace ArchiveScrub.Storage.Tests;

/// <summary>What every store of results does.</summary>
public abstract class ResultStoreContract
{
    private const string Name = "a/b c#1%20ä.html.clean.txt";

    protected abstract IResultStore Store { get; }

    [SkippableFact]
    public async Task Reads_back_what_was_written_last()
    {
        Assert.Null(await ReadAsync(Name));
        await Store.WriteAsync(Name, Content("first"));
        Assert.Equal("first", await ReadAsync(Name));
        await Store.WriteAsync(Name, Content("second"));
        Assert.Equal("second", await ReadAsync(Name));
    }

    [SkippableFact]
    public async Task Creates_only_where_there_is_none()
    {
        Assert.True(await Store.TryCreateAsync(Name, Content("first")));
        Assert.False(await Store.TryCreateAsync(Name, Content("second")));
        Assert.Equal("first", await ReadAsync(Name));
    }

    [SkippableFact]
    public async Task Of_many_who_create_at_once_one_succeeds_and_its_content_stays()
    {
        for (var round = 0; round < 20; round++)
        {
            var name = $"race/{round}.txt";
            var created = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => Store.TryCreateAsync(name, Content($"writer {i}")))));
            var winner = Assert.Single(Enumerable.Range(0, 8), i => created[i]);
            Assert.Equal($"writer {winner}", await ReadAsync(name));
        }
    }

    [SkippableFact]
    public async Task Of_many_who_write_at_once_one_content_stays_whole()
    {
        var contents = Enumerable.Range(0, 8).Select(static i => new string((char)('a' + i), 50_000)).ToArray();
        await Task.WhenAll(contents.Select(content => Task.Run(() => Store.WriteAsync(Name, Content(content)))));
        Assert.Contains(await ReadAsync(Name), contents);
    }

    [SkippableFact]
    public async Task Deletes_and_does_not_mind_what_is_not_there()
    {
        Assert.False(await Store.DeleteAsync(Name));
        await Store.WriteAsync(Name, Content("x"));
        Assert.True(await Store.DeleteAsync(Name));
        Assert.False(await Store.DeleteAsync(Name));
        Assert.Null(await ReadAsync(Name));
        Assert.True(await Store.TryCreateAsync(Name, Content("y")));
    }

    [SkippableFact]
    public async Task Lists_what_lies_in_a_folder_and_not_what_lies_beside_or_below_it()
    {
        foreach (var name in new[] { "a/b c#1.parts/1.part", "a/b c#1.parts/2.part", "a/b c#1.parts/x/3.part", "a/b c#1.parts2/4.part", "a/5.part" })
        {
            await Store.WriteAsync(name, Content("x"));
        }

        Assert.Equal(["a/b c#1.parts/1.part", "a/b c#1.parts/2.part"], await Store.ListAsync("a/b c#1.parts").Order(StringComparer.Ordinal).ToArrayAsync());
        Assert.Empty(await Store.ListAsync("a/none").ToArrayAsync());
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.ListAsync("../a").ToArrayAsync());
    }

    [SkippableFact]
    public async Task A_writer_that_fails_half_way_leaves_what_was_there()
    {
        await Store.WriteAsync(Name, Content("first"));
        var failing = new ResultContent("text/plain", static async (stream, cancellationToken) =>
        {
            await stream.WriteAsync(new byte[10_000], cancellationToken);
            throw new InvalidOperationException("half way");
        });
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.WriteAsync(Name, failing));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.TryCreateAsync("b.txt", failing));
        Assert.Equal("first", await ReadAsync(Name));
        Assert.Null(await ReadAsync("b.txt"));
    }

    [SkippableTheory]
    [InlineData("../a.txt")]
    [InlineData("a/../b.txt")]
    [InlineData("/a.txt")]
    [InlineData("a//b.txt")]
    [InlineData("a\0b.txt")]
    [InlineData("C:/a.txt")]
    [InlineData("a\\b.txt")]
    [InlineData("")]
    public async Task Refuses_names_that_do_not_come_from_ResultNames(string name)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Store.WriteAsync(name, Content("x")));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.TryCreateAsync(name, Content("x")));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.DeleteAsync(name));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.OpenReadAsync(name));
    }

    private static ResultContent Content(string text) => ResultContent.FromBytes("text/plain", Encoding.UTF8.GetBytes(text));

    private async Task<string?> ReadAsync(string name) => await Store.ReadAsync(name, default) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;
}
