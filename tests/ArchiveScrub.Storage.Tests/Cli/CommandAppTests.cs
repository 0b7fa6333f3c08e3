using System.Text.Json;
using ArchiveScrub.Cli;
using Xunit;

namespace ArchiveScrub.Storage.Tests;

public sealed class CommandAppTests : IDisposable
{
    private readonly CommandBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Help_of_every_command_shows_its_options_and_examples()
    {
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("--help"));
        Assert.Contains("scrub", _bench.Output, StringComparison.Ordinal);
        Assert.Contains("rules", _bench.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("scrub", "--help"));
        foreach (var option in new[] { "--output", "--jobs", "--force", "--captured-at", "--uri", "--quarantine", "--stdout", "--text", "--profiles", "--media-type", "Examples:", "Exit code:" })
        {
            Assert.Contains(option, _bench.Output, StringComparison.Ordinal);
        }

        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("learn", "--help"));
        Assert.Contains("--profiles", _bench.Output, StringComparison.Ordinal);
        Assert.Contains("Examples:", _bench.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("rules", "--help"));
        Assert.Contains("--json", _bench.Output, StringComparison.Ordinal);
        Assert.Empty(_bench.Messages);
    }

    [Theory]
    [InlineData]
    [InlineData("frobnicate")]
    [InlineData("rules", "--frobnicate")]
    public async Task What_is_no_command_is_a_usage_error(params string[] args)
    {
        Assert.Equal(ExitCode.Usage, await _bench.RunAsync(args));
        Assert.Contains("--help", _bench.Messages, StringComparison.Ordinal);
        Assert.Empty(_bench.Output);
    }

    [Fact]
    public async Task Rules_are_listed_with_what_they_do()
    {
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("rules"));
        foreach (var rule in RuleCatalog.All)
        {
            Assert.Contains(rule.Id, _bench.Output, StringComparison.Ordinal);
            Assert.Contains(rule.Description, _bench.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Rules_are_listed_as_JSON_for_programs()
    {
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("rules", "--json"));
        using var json = JsonDocument.Parse(_bench.Output);
        Assert.Equal(RuleCatalog.All.Select(static rule => rule.Id), json.RootElement.EnumerateArray().Select(static rule => rule.GetProperty("id").GetString()));
        Assert.All(json.RootElement.EnumerateArray(), static rule => Assert.All(rule.GetProperty("kinds").EnumerateArray(), static kind => Assert.True(Kinds.TryParse(kind.GetString()!, out _))));
    }
}
