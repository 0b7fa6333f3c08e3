using System.Text.Json;
using ArchiveScrub.Cli;
using Xunit;

namespace ArchiveScrub.Storage.Tests;

public sealed class DatelinesCommandTests : IDisposable
{
    private const string Page = "Ships leave the port\n\nLISBON, April 5 (AP) - The ships left the old port early in the morning, officials said to reporters on the quay.\n\nThe harbour had been closed for a week because of the storm, and nobody knew when it would open again.\n";

    private readonly CommandBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_line_of_json_a_page_has_the_dateline_with_its_evidence()
    {
        _bench.Folder.Write("in/a.txt", Page);
        _bench.Folder.Write("in/b.txt", "A page without a date.\n\nIt says little, and nothing of when or where.\n");

        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("datelines", _bench.In, "--format", "jsonl", "--captured-at", "2017-04-06"));
        var lines = _bench.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        using var a = JsonDocument.Parse(lines[0]);
        var dateline = a.RootElement.GetProperty("dateline");
        Assert.Equal(("a.txt", "LISBON", "AP", "2017-04-05", "2017?-04-05"), (Text(a.RootElement, "capture"), Text(dateline, "place"), Text(dateline, "agency"), Text(dateline, "date"), Text(dateline, "edtf")));
        Assert.Equal(("Lisbon", "Associated Press"), (Text(dateline.GetProperty("places")[0], "name"), dateline.GetProperty("agencies")[0].GetString()));
        Assert.Contains(dateline.GetProperty("evidence").EnumerateArray(), e => Text(e, "source") == "prefix" && e.GetProperty("used").GetBoolean());
        using var b = JsonDocument.Parse(lines[1]);
        Assert.False(b.RootElement.TryGetProperty("dateline", out _));
    }

    [Fact]
    public async Task The_table_says_what_was_found_and_from_where()
    {
        _bench.Folder.Write("in/a.txt", Page);

        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("datelines", _bench.In));
        Assert.Contains("place    LISBON  (Lisbon, PT)", _bench.Output, StringComparison.Ordinal);
        Assert.Contains("date     XXXX-04-05", _bench.Output, StringComparison.Ordinal);
        Assert.Contains("* agency   prefix", _bench.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_and_the_rest_goes_on()
    {
        _bench.Folder.Write("in/a.bin", [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0]);
        _bench.Folder.Write("in/b.txt", Page);

        Assert.Equal(ExitCode.Incomplete, await _bench.RunAsync("datelines", _bench.In));
        Assert.Contains("a.bin", _bench.Messages, StringComparison.Ordinal);
        Assert.Contains("LISBON", _bench.Output, StringComparison.Ordinal);
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
