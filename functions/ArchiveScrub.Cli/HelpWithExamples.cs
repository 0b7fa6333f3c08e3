using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ArchiveScrub.Cli;

/// <summary>The library's help, with what the command says of itself below.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var exitCode = help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is IHasExamples command)
        {
            parseResult.InvocationConfiguration.Output.WriteLine(command.Examples);
        }

        return exitCode;
    }
}
