using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using ArchiveScrub.Storage;

namespace ArchiveScrub.Cli;

/// <summary>The <c>archivescrub</c> command: parses the command line and runs what it asks for.</summary>
internal sealed class CommandApp(Terminal terminal, Interruption interruption)
{
    private const string Name = "archivescrub";

    /// <summary>Runs a command line and gives the exit code.</summary>
    public async Task<int> RunAsync(params string[] args)
    {
        await using var output = new StreamWriter(terminal.Output, leaveOpen: true);
        var root = Build();
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is null or ParseErrorAction)
        {
            foreach (var error in parsed.Errors)
            {
                Complain(error.Message);
            }

            Complain($"see {(parsed.CommandResult.Command == root ? "" : Name + " ")}{parsed.CommandResult.Command.Name} --help");
            return ExitCode.Usage;
        }

        try
        {
            // Signals and exceptions are ours, not the library's.
            var configuration = new InvocationConfiguration { Output = output, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            return await parsed.InvokeAsync(configuration);
        }
        catch (UsageException e)
        {
            Complain(e.Message);
            return ExitCode.Usage;
        }
        catch (OperationCanceledException) when (interruption.Stop.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (StoreException e)
        {
            Complain(e.Message);
            return ExitCode.Incomplete;
        }
        catch (Exception e)
        {
            Complain($"internal error: {e.GetType().Name}: {e.Message}");
            return ExitCode.Incomplete;
        }
    }

    /// <summary>One line each, as the library's messages are not.</summary>
    private void Complain(string message) =>
        terminal.Tell($"{Name}: {string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}");

    private Command Build()
    {
        // Not a RootCommand, which takes its name from the program's file.
        var help = new HelpOption();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return new Command(Name, "Scrubs captures of web pages: clean text that can be trusted, and a manifest that says how it came about.")
        {
            help,
            new VersionOption(),
            new ScrubCommand(terminal, interruption),
            new WatchCommand(terminal, interruption),
            new VerifyCommand(terminal, interruption),
            new RestoreCommand(terminal, interruption),
            new ExplainCommand(terminal, interruption),
            new ExportCommand(terminal, interruption),
            new CompareCommand(terminal, interruption),
            new LearnCommand(terminal, interruption),
            new DatelinesCommand(terminal, interruption),
            new RulesCommand(terminal),
            new IndexCommand(terminal, interruption),
            new SliceCommand(terminal, interruption),
        };
    }
}
