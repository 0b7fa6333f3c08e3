using Xunit;

namespace ArchiveScrub.Storage.Tests;

public sealed class FolderCaptureStoreTests : CaptureStoreContract, IDisposable
{
    private readonly TestFolder _folder = new();

    protected override ICaptureStore Store => new FolderCaptureStore(_folder.Path, "test");

    public void Dispose() => _folder.Dispose();

    protected override Task PutAsync(string name, byte[] content)
    {
        _folder.Write(name, content);
        return Task.CompletedTask;
    }

    protected override Task RemoveAsync(string name)
    {
        File.Delete(_folder.At(name));
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Links_to_folders_are_not_followed_so_loops_do_no_harm()
    {
        _folder.Write("a/b.html", "x");
        Directory.CreateSymbolicLink(_folder.At("a/loop"), "..");
        Directory.CreateSymbolicLink(_folder.At("self"), ".");
        Assert.Equal(["a/b.html"], await Store.ListAsync().Select(static capture => capture.Name).ToListAsync());
    }

    [Fact]
    public async Task A_link_to_a_file_is_that_file()
    {
        _folder.Write("a.html", "hello");
        File.CreateSymbolicLink(_folder.At("b.html"), "a.html");
        var link = await Store.FindAsync("b.html");
        Assert.Equal(5, link!.Size);
        await using var stream = await Store.OpenReadAsync(link);
        Assert.Equal("hello", await new StreamReader(stream).ReadToEndAsync());
    }

    [Fact]
    public async Task A_link_that_leads_nowhere_is_listed_and_then_not_there()
    {
        File.CreateSymbolicLink(_folder.At("b.html"), "nowhere");
        var link = await Store.ListAsync().SingleAsync();
        await Assert.ThrowsAsync<CaptureChangedException>(() => Store.OpenReadAsync(link));
        Assert.Null(await Store.FindAsync("b.html"));
    }

    [Fact]
    public async Task Names_that_begin_with_a_dot_are_not_captures()
    {
        _folder.Write(".DS_Store", "x");
        _folder.Write(".git/config", "x");
        Assert.Empty(await Store.ListAsync().ToListAsync());
    }

    [Fact]
    public async Task Results_in_a_folder_of_results_are_not_captures_but_what_else_is_there_is()
    {
        foreach (var name in new[] { "a.html", "out/a.html.clean.txt", "out/a.html.manifest.json", "out/q/b.html.error.json", "out/c.html", "outside/d.html.clean.txt" })
        {
            _folder.Write(name, "x");
        }

        var store = new FolderCaptureStore(_folder.Path, "test", [_folder.At("out")]);
        Assert.Equal(["a.html", "out/c.html", "outside/d.html.clean.txt"], await store.ListAsync().Select(static capture => capture.Name).ToListAsync());
    }

    [Fact]
    public async Task A_folder_is_read_when_its_turn_comes()
    {
        _folder.Write("a/1.html", "x");
        _folder.Write("b/1.html", "x");
        var names = new List<string>();
        await foreach (var capture in Store.ListAsync())
        {
            names.Add(capture.Name);
            if (names.Count == 1)
            {
                _folder.Write("b/2.html", "x");
            }
        }

        Assert.Equal(["a/1.html", "b/1.html", "b/2.html"], names);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_cannot_be_listed()
    {
        var store = new FolderCaptureStore(_folder.At("nowhere"), "test");
        await Assert.ThrowsAsync<StoreException>(async () => await store.ListAsync().ToListAsync());
    }

    [Fact]
    public async Task A_folder_that_cannot_be_read_any_more_is_listed_so_that_it_is_not_lost_in_silence()
    {
        _folder.Write("a.html", "x");
        _folder.Write("b/1.html", "x");
        _folder.Write("c.html", "x");
        var listed = new List<CaptureInfo>();
        await foreach (var capture in Store.ListAsync())
        {
            listed.Add(capture);
            if (capture.Name == "a.html")
            {
                Directory.Delete(_folder.At("b"), recursive: true);
            }
        }

        Assert.Equal(["a.html", "b/", "c.html"], listed.Select(static capture => capture.Name));
        await Assert.ThrowsAsync<CaptureChangedException>(() => Store.OpenReadAsync(listed[1]));
    }

    [Fact]
    public async Task A_file_written_again_with_the_same_size_is_another_version()
    {
        var path = _folder.Write("a.html", "one");
        var capture = (await Store.FindAsync("a.html"))!;
        File.WriteAllText(path, "two");
        File.SetLastWriteTimeUtc(path, new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        await Assert.ThrowsAsync<CaptureChangedException>(() => Store.OpenReadAsync(capture));
    }

    [Fact]
    public async Task A_file_has_no_entity_tag_as_that_would_differ_from_machine_to_machine()
    {
        _folder.Write("a.html", "one");
        Assert.Null((await Store.FindAsync("a.html"))!.ETag);
    }
}
