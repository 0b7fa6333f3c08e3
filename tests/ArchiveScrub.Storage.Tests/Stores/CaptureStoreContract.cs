using Xunit;

namespace ArchiveScrub.Storage.Tests;

/// <summary>What every store of captures does. A store's tests derive from it and say how captures get there.</summary>
public abstract class CaptureStoreContract
{
    protected abstract ICaptureStore Store { get; }

    /// <summary>Puts a capture into the store, in place of an earlier one.</summary>
    protected abstract Task PutAsync(string name, byte[] content);

    /// <summary>Takes a capture out of the store.</summary>
    protected abstract Task RemoveAsync(string name);

    [SkippableFact]
    public async Task Lists_captures_of_all_folders_in_ordinal_order_of_their_whole_names()
    {
        string[] names = ["B.html", "a b.html", "a#1.html", "a-b.html", "a.html", "a/b.html", "a/b/c.html", "a0.html", "b%20c.html", "z/ä/日本.html", "ä.html"];
        foreach (var name in names.Reverse())
        {
            await PutAsync(name, "x"u8.ToArray());
        }

        Assert.Equal(names.Order(StringComparer.Ordinal), await NamesAsync(""));
    }

    [SkippableFact]
    public async Task Lists_what_begins_with_a_prefix_that_need_not_end_with_a_folder()
    {
        foreach (var name in new[] { "2019/a.html", "2020/01/a.html", "2020/01/b.html", "2020/02/a.html", "2020.html" })
        {
            await PutAsync(name, "x"u8.ToArray());
        }

        Assert.Equal(["2020/01/a.html", "2020/01/b.html", "2020/02/a.html"], await NamesAsync("2020/"));
        Assert.Equal(["2020/01/a.html", "2020/01/b.html"], await NamesAsync("2020/01"));
        Assert.Equal(["2020/01/b.html"], await NamesAsync("2020/01/b.html"));
        Assert.Empty(await NamesAsync("2021"));
    }

    [SkippableFact]
    public async Task Lists_sizes_and_lists_the_same_twice()
    {
        await PutAsync("a.html", new byte[123]);
        await PutAsync("empty.html", []);
        var once = await Store.ListAsync().ToListAsync();
        Assert.Equal([123L, 0L], once.Select(static capture => capture.Size));
        Assert.Equal(once, await Store.ListAsync().ToListAsync());
    }

    [SkippableFact]
    public async Task An_empty_store_lists_nothing() => Assert.Empty(await NamesAsync(""));

    [SkippableFact]
    public async Task Finds_a_capture_as_it_is_listed()
    {
        await PutAsync("a/b.html", "hello"u8.ToArray());
        Assert.Equal(await Store.ListAsync().SingleAsync(), await Store.FindAsync("a/b.html"));
        Assert.Null(await Store.FindAsync("a/c.html"));
        Assert.Null(await Store.FindAsync("a"));
    }

    [SkippableTheory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../secret.html")]
    [InlineData("a/../../secret.html")]
    [InlineData("/etc/passwd")]
    [InlineData("a\0b")]
    public async Task Finds_nothing_outside_itself(string name)
    {
        await PutAsync("a/b.html", "hello"u8.ToArray());
        Assert.Null(await Store.FindAsync(name));
    }

    [SkippableFact]
    public async Task Opens_a_capture_at_its_first_byte_with_a_stream_that_can_seek()
    {
        var content = Enumerable.Range(0, 100_000).Select(static i => (byte)i).ToArray();
        await PutAsync("a.bin", content);
        await using var stream = await Store.OpenReadAsync((await Store.FindAsync("a.bin"))!);
        Assert.Equal(content, await BytesAsync(stream));
        stream.Position = 0;
        Assert.Equal(content, await BytesAsync(stream));
    }

    [SkippableFact]
    public async Task Opens_an_empty_capture()
    {
        await PutAsync("empty.html", []);
        await using var stream = await Store.OpenReadAsync((await Store.FindAsync("empty.html"))!);
        Assert.Empty(await BytesAsync(stream));
    }

    [SkippableFact]
    public async Task Opens_no_other_version_than_the_one_that_was_listed()
    {
        await PutAsync("a.html", "first"u8.ToArray());
        var capture = (await Store.FindAsync("a.html"))!;
        await PutAsync("a.html", "second, which is longer"u8.ToArray());
        await Assert.ThrowsAsync<CaptureChangedException>(() => Store.OpenReadAsync(capture));
        await RemoveAsync("a.html");
        await Assert.ThrowsAsync<CaptureChangedException>(() => Store.OpenReadAsync(capture));
        Assert.Null(await Store.FindAsync("a.html"));
    }

    [SkippableFact]
    public async Task Stops_listing_when_it_is_cancelled()
    {
        await PutAsync("a.html", "x"u8.ToArray());
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.ListAsync(cancellationToken: cancelled.Token).ToListAsync(CancellationToken.None));
    }

    private static async Task<byte[]> BytesAsync(Stream stream)
    {
        var memory = new MemoryStream();
        await stream.CopyToAsync(memory);
        return memory.ToArray();
    }

    private async Task<string[]> NamesAsync(string prefix) => await Store.ListAsync(prefix).Select(static capture => capture.Name).ToArrayAsync();
}
