using Azure.Storage.Blobs.Models;
using Xunit;

namespace ArchiveScrub.Storage.Tests;

/// <summary>Runs <c>archivescrub watch</c> and stops it when what it was waited for is there.</summary>
[Collection(AzuriteTests.Name)]
public sealed class WatchCommandTests(Azurite azurite) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly CommandBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Scrubs_what_is_in_a_folder_and_what_comes()
    {
        _bench.Folder.Write("in/a.html", Samples.Article("First"));
        var running = _bench.RunAsync("watch", "--input", _bench.In, "--output", _bench.Out, "--interval", "1");
        await UntilAsync(() => _bench.OutputFiles.Contains("a.html.manifest.json"));
        _bench.Folder.Write("in/b.html", Samples.Jpeg);
        _bench.Folder.Write("in/a.html", Samples.Article("Second, and longer"));
        await UntilAsync(() => _bench.OutputFiles.Contains("quarantine/b.html.error.json") && File.ReadAllText(Path.Combine(_bench.Out, "a.html.clean.txt")).StartsWith("Second", StringComparison.Ordinal));
        _bench.Interruption.Interrupt();
        Assert.Equal(0, await running);
        Assert.Contains("quarantined: b.html", _bench.Messages, StringComparison.Ordinal);
        Assert.Contains("Stopped: 2 scrubbed, 0 done already, 1 in quarantine, 0 failures.", _bench.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_wrong_usage()
    {
        Assert.Equal(2, await _bench.RunAsync("watch", "--input", _bench.Folder.At("nowhere"), "--output", _bench.Out));
        Assert.Equal(2, await _bench.RunAsync("watch", "--input", _bench.Folder.Path, "--output", _bench.Out, "--interval", "0"));
        Assert.Empty(_bench.OutputFiles);
    }

    [SkippableFact]
    public async Task Scrubs_from_container_to_container_and_makes_them()
    {
        Skip.If(Azurite.Missing is not null, Azurite.Missing);
        using var environment = new ConnectionVariable(azurite.ConnectionString);
        var running = _bench.RunAsync("watch", "--input", "blob:watched", "--output", "blob:watched-clean", "--quarantine", "blob:watched-quarantine", "--interval", "1");
        var captures = azurite.Container("watched");
        await UntilAsync(() => new[] { "watched", "watched-clean", "watched-quarantine" }.All(name => azurite.Container(name).Exists()));
        await captures.UploadBlobAsync("a/b c.html", BinaryData.FromString(Samples.Article()));
        await captures.UploadBlobAsync("d.html", BinaryData.FromBytes(Samples.Jpeg));
        await UntilAsync(() => Names("watched-clean").Count() == 2 && Names("watched-quarantine").Any());
        _bench.Interruption.Interrupt();
        Assert.Equal(0, await running);
        Assert.Equal(["a/b c.html.clean.txt", "a/b c.html.manifest.json"], Names("watched-clean"));
        Assert.Equal(["d.html.error.json"], Names("watched-quarantine"));
    }

    [SkippableFact]
    public async Task Scrub_reads_from_a_prefix_of_a_container_and_writes_to_a_folder_and_the_other_way_round()
    {
        Skip.If(Azurite.Missing is not null, Azurite.Missing);
        using var environment = new ConnectionVariable(azurite.ConnectionString);
        var captures = azurite.NewContainer("once");
        await captures.UploadBlobAsync("2020/a.html", BinaryData.FromString(Samples.Article()));
        await captures.UploadBlobAsync("2021/a.html", BinaryData.FromString(Samples.Article()));
        Assert.Equal(0, await _bench.RunAsync("scrub", $"blob:{captures.Name}/2020/", "--output", _bench.Out));
        Assert.Equal(["2020/a.html.clean.txt", "2020/a.html.manifest.json"], _bench.OutputFiles);
        var clean = await File.ReadAllTextAsync(Path.Combine(_bench.Out, "2020/a.html.clean.txt"));

        _bench.Folder.Write("in/2020/a.html", Samples.Article());
        Assert.Equal(0, await _bench.RunAsync("scrub", _bench.In, "--output", "blob:once-clean"));
        Assert.Equal(clean, (await azurite.Container("once-clean").GetBlobClient("2020/a.html.clean.txt").DownloadContentAsync()).Value.Content.ToString());
    }

    [SkippableFact]
    public async Task Results_in_a_container_are_verified_there_and_a_changed_text_is_noticed()
    {
        Skip.If(Azurite.Missing is not null, Azurite.Missing);
        using var environment = new ConnectionVariable(azurite.ConnectionString);
        var captures = azurite.NewContainer("checked");
        await captures.UploadBlobAsync("2020/a.html", BinaryData.FromString(Samples.Article()));
        Assert.Equal(0, await _bench.RunAsync("scrub", "blob:" + captures.Name, "--output", "blob:checked-clean"));
        Assert.Equal(0, await _bench.RunAsync("verify", "blob:checked-clean"));
        Assert.Equal(0, await _bench.RunAsync("verify", "blob:checked-clean/2020/", "--captures", "blob:" + captures.Name));
        Assert.Equal(1, await _bench.RunAsync("verify", "blob:checked-clean/2021/"));

        var text = azurite.Container("checked-clean").GetBlobClient("2020/a.html.clean.txt");
        await text.UploadAsync(BinaryData.FromString((await text.DownloadContentAsync()).Value.Content + "x"), overwrite: true);
        Assert.Equal(1, await _bench.RunAsync("verify", "blob:checked-clean"));
    }

    [SkippableFact]
    public async Task Results_do_not_go_where_captures_come_from()
    {
        Skip.If(Azurite.Missing is not null, Azurite.Missing);
        using var environment = new ConnectionVariable(azurite.ConnectionString);
        Assert.Equal(2, await _bench.RunAsync("watch", "--input", "blob:same", "--output", "blob:same"));
        Assert.Equal(2, await _bench.RunAsync("scrub", "blob:same/a", "--output", "blob:other", "--quarantine", "blob:same"));
        Assert.False(azurite.Container("same").Exists());
    }

    private static async Task UntilAsync(Func<bool> isThere)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!isThere())
        {
            await Task.Delay(50, patience.Token);
        }
    }

    private IEnumerable<string> Names(string container) => azurite.Container(container).GetBlobs(new GetBlobsOptions()).Select(static blob => blob.Name);

    /// <summary>Sets the connection string for the command, for as long as a test runs; tests of the emulator run one after the other.</summary>
    private sealed class ConnectionVariable : IDisposable
    {
        public ConnectionVariable(string value) => Environment.SetEnvironmentVariable(ContainerAddress.ConnectionVariable, value);

        public void Dispose() => Environment.SetEnvironmentVariable(ContainerAddress.ConnectionVariable, null);
    }
}
