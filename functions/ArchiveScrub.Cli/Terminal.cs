using System.Text;
using Spectre.Console;

namespace ArchiveScrub.Cli;

/// <summary>Where a command reads and writes: data on standard input and output, and what it tells its user on standard error.</summary>
internal sealed class Terminal(Stream input, Stream output, IAnsiConsole messages, TimeProvider clock)
{
    /// <summary>Standard input.</summary>
    public Stream Input => input;

    /// <summary>Standard output.</summary>
    public Stream Output => output;

    /// <summary>Standard error.</summary>
    public IAnsiConsole Messages => messages;

    /// <summary>The time.</summary>
    public TimeProvider Clock => clock;

    /// <summary>Whether a person looks at standard error.</summary>
    public bool IsInteractive => messages.Profile.Out.IsTerminal && messages.Profile.Capabilities.Interactive;

    /// <summary>The terminal of this process.</summary>
    public static Terminal OfProcess()
    {
        var messages = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return new Terminal(Console.OpenStandardInput(), Console.OpenStandardOutput(), messages, TimeProvider.System);
    }

    /// <summary>Writes a line of text to standard output.</summary>
    public void Print(string line) => output.Write(Encoding.UTF8.GetBytes(line + "\n"));

    /// <summary>Tells the user something. Names of captures may be in it: what a terminal would obey is made visible.</summary>
    public void Tell(string line)
    {
        var text = Harmless(line);
        if (IsInteractive)
        {
            messages.WriteLine(text);
        }
        else
        {
            // Not through Spectre.Console, which folds lines.
            messages.Profile.Out.Writer.Write(text + "\n");
        }
    }

    /// <summary>A line with what a terminal would obey made visible.</summary>
    public static string Harmless(string line)
    {
        if (!line.Any(static c => char.IsControl(c) && c != '\n'))
        {
            return line;
        }

        var text = new StringBuilder();
        foreach (var c in line)
        {
            text.Append(char.IsControl(c) && c != '\n' ? '\uFFFD' : c);
        }

        return text.ToString();
    }
}
