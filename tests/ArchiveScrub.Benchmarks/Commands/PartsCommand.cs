using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace ArchiveScrub.Benchmarks.Commands;

/// <summary><c>parts</c>: the parts of the scrubber, by BenchmarkDotNet.</summary>
internal static class PartsCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var rest = new Argument<string[]>("ARGUMENT") { Description = "What BenchmarkDotNet is told, after --, such as --filter '*Segmenter*'; all unless given", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("parts", "The parts of the scrubber, with BenchmarkDotNet.") { rest };
        command.SetAction(parsed =>
        {
            string[] arguments = parsed.GetValue(rest) is { Length: > 0 } given ? given : ["--filter", "*"];
            BenchmarkSwitcher.FromAssembly(typeof(PartsCommand).Assembly).Run(arguments, Config());
        });
        return command;
    }

    /// <summary>In this process, so that what is measured runs with the settings that the command has; short, since noise between runs is greater than within.</summary>
    private static ManualConfig Config() => ManualConfig.Create(DefaultConfig.Instance)
        .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
        .WithArtifactsPath(Runs.Repository.PathTo("artifacts", "benchmarks"))
        .WithOptions(ConfigOptions.JoinSummary);
}
