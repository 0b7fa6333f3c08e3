using System.Diagnostics;
using System.Text;
using ArchiveScrub.Cli;
using Xunit;

namespace ArchiveScrub.Storage.Tests;

/// <summary>The command as a process of its own: streams, signals and exit codes as a shell sees them.</summary>
public sealed class ProcessTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Standard_input_goes_to_standard_output()
    {
        using var process = Start("scrub", "-", "--stdout");
        await process.StandardInput.WriteAsync(Samples.Article("Über den Fluß"));
        process.StandardInput.Close();
        var (output, messages) = await EndAsync(process);
        Assert.Equal(ExitCode.Ok, process.ExitCode);
        Assert.StartsWith("Über den Fluß\n\n", output, StringComparison.Ordinal);
        Assert.Contains("Scrubbed 1 page ", messages, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001B', messages);
    }

    [Fact]
    public async Task The_version_is_the_scrubbers()
    {
        using var process = Start("--version");
        var (output, _) = await EndAsync(process);
        Assert.Equal(ExitCode.Ok, process.ExitCode);
        Assert.Equal(Scrubber.Version + "\n", output);
    }

    [Fact]
    public async Task A_path_that_is_not_there_is_one_line_and_exit_code_2()
    {
        using var process = Start("scrub", "no-such-file.html", "--output", "out");
        var (_, messages) = await EndAsync(process);
        Assert.Equal(ExitCode.Usage, process.ExitCode);
        Assert.Equal("archivescrub: there is no file or folder no-such-file.html\n", messages);
        Assert.Empty(_folder.Files());
    }

    [UnixTheory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Interrupted_it_finishes_what_is_under_way_and_the_next_run_goes_on(string signal)
    {
        const int Captures = 500;
        for (var i = 0; i < Captures; i++)
        {
            _folder.Write($"in/{i:000}.html", Samples.Article());
        }

        using var process = Start("scrub", "in", "--output", "out", "--jobs", "1");
        while (_folder.Files("out").Length < 10)
        {
            Assert.False(process.HasExited);
            await Task.Delay(10);
        }

        Process.Start("kill", [$"-{signal}", $"{process.Id}"]).WaitForExit();
        var (_, messages) = await EndAsync(process);
        Assert.Equal(ExitCode.Interrupted, process.ExitCode);
        Assert.Contains("Interrupted", messages, StringComparison.Ordinal);
        var files = _folder.Files("out");
        Assert.InRange(files.Length, 10, (2 * Captures) - 2);
        Assert.DoesNotContain(files, static file => file.Contains(".archivescrub", StringComparison.Ordinal));
        Assert.Equal(files.Count(static file => file.EndsWith(".clean.txt", StringComparison.Ordinal)), files.Count(static file => file.EndsWith(".manifest.json", StringComparison.Ordinal)));

        using var next = Start("scrub", "in", "--output", "out");
        (_, messages) = await EndAsync(next);
        Assert.Equal(ExitCode.Ok, next.ExitCode);
        Assert.Contains($"Done already: {files.Length / 2:N0} capture", messages, StringComparison.Ordinal);
        Assert.Equal(2 * Captures, _folder.Files("out").Length);
    }

    [UnixFact]
    public async Task Killed_it_leaves_nothing_half_written_and_the_next_run_cleans_up()
    {
        for (var i = 0; i < 300; i++)
        {
            _folder.Write($"in/{i:000}.html", Samples.Article());
        }

        using (var process = Start("scrub", "in", "--output", "out"))
        {
            while (_folder.Files("out").Length < 10)
            {
                await Task.Delay(10);
            }

            process.Kill();
            await process.WaitForExitAsync();
        }

        foreach (var file in _folder.Files("out").Where(static file => file.EndsWith(".manifest.json", StringComparison.Ordinal)))
        {
            ManifestJson.Deserialize(await File.ReadAllBytesAsync(_folder.At("out/" + file)));
        }

        using var next = Start("scrub", "in", "--output", "out");
        await EndAsync(next);
        Assert.Equal(ExitCode.Ok, next.ExitCode);
        Assert.Equal(600, _folder.Files("out").Length);
    }

    private static async Task<(string Output, string Messages)> EndAsync(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var messages = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Patience);
        return (await output, await messages);
    }

    private Process Start(params string[] args) => Process.Start(new ProcessStartInfo("dotnet", [typeof(CommandApp).Assembly.Location, .. args])
    {
        UseShellExecute = false,
        WorkingDirectory = _folder.Path,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardInputEncoding = new UTF8Encoding(false),
        StandardOutputEncoding = Encoding.UTF8,
        StandardErrorEncoding = Encoding.UTF8,
    })!;
}
