using Xunit;

namespace ArchiveScrub.Storage.Tests;

public sealed class FolderResultStoreTests : ResultStoreContract, IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly TempFolder _temp;

    public FolderResultStoreTests()
    {
        _temp = TempFolder.Open(_folder.At("out"));
        Store = new FolderResultStore(_folder.At("out"), _temp);
    }

    protected override IResultStore Store { get; }

    public void Dispose()
    {
        _temp.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Leaves_no_temporary_files()
    {
        await Of_many_who_create_at_once_one_succeeds_and_its_content_stays();
        await A_writer_that_fails_half_way_leaves_what_was_there();
        _temp.Dispose();
        Assert.All(_folder.Files("out"), static file => Assert.EndsWith(".txt", file, StringComparison.Ordinal));
        Assert.False(Directory.Exists(_folder.At("out/.archivescrub")));
    }

    [Fact]
    public async Task Says_in_one_line_what_cannot_be_written()
    {
        _folder.Write("out/taken", "a file where a folder is needed");
        var error = await Assert.ThrowsAsync<StoreException>(() => Store.WriteAsync("taken/a.txt", ResultContent.FromBytes("text/plain", "x"u8.ToArray())));
        Assert.Contains("taken/a.txt", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }
}
