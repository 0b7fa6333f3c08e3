using Xunit;

namespace ArchiveScrub.Storage.Tests;

public sealed class TempFolderTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_a_killed_run_left_is_deleted_at_the_next_start()
    {
        _folder.Write(".archivescrub/0123.lock", "");
        _folder.Write(".archivescrub/0123.1.tmp", "half of a");
        _folder.Write(".archivescrub/0123.2.tmp", "half of b");
        using (TempFolder.Open(_folder.Path))
        {
            Assert.DoesNotContain(_folder.Files(), static file => file.Contains("0123", StringComparison.Ordinal));
        }

        Assert.Empty(_folder.Files());
    }

    [Fact]
    public void What_a_run_that_lives_is_writing_stays()
    {
        using var first = TempFolder.Open(_folder.Path);
        var path = first.NewPath();
        File.WriteAllText(path, "half of a");
        using (TempFolder.Open(_folder.Path))
        {
            Assert.True(File.Exists(path));
        }

        Assert.True(File.Exists(path));
    }

    [Fact]
    public void Many_may_come_and_go_at_once()
    {
        Parallel.For(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ =>
        {
            using var temp = TempFolder.Open(_folder.Path);
            File.WriteAllText(temp.NewPath(), "x");
        });
        Assert.Empty(_folder.Files());
    }

    [Fact]
    public void A_file_in_the_place_of_the_folder_is_an_error_in_one_line()
    {
        var path = _folder.Write("out", "x");
        Assert.DoesNotContain('\n', Assert.Throws<StoreException>(() => TempFolder.Open(path)).Message);
        Assert.Throws<StoreException>(() => TempFolder.Open(Path.Combine(path, "below")));
    }
}
