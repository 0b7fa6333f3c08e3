using System.Text;
using ArchiveScrub.Cli;
using Spectre.Console;

namespace ArchiveScrub.Storage.Tests;

/// <summary>Runs the command in this process, in a folder of its own.</summary>
internal sealed class CommandBench : IDisposable
{
    public TestFolder Folder { get; } = new();

    /// <summary>What the last run printed.</summary>
    public string Output { get; private set; } = "";

    /// <summary>What the last run told its user.</summary>
    public string Messages { get; private set; } = "";

    public Interruption Interruption { get; } = new();

    public string In => Folder.At("in");

    public string Out => Folder.At("out");

    public string[] OutputFiles => Folder.Files("out");

    public Task<int> RunAsync(params string[] args) => RunAsync([], args);

    public async Task<int> RunAsync(byte[] input, params string[] args)
    {
        using var output = new MemoryStream();
        using var messages = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(messages) });
        try
        {
            return await new CommandApp(new Terminal(new MemoryStream(input), output, console, TimeProvider.System), Interruption).RunAsync(args);
        }
        finally
        {
            Output = Encoding.UTF8.GetString(output.ToArray());
            Messages = messages.ToString();
        }
    }

    public void Dispose()
    {
        Interruption.Dispose();
        Folder.Dispose();
    }
}
