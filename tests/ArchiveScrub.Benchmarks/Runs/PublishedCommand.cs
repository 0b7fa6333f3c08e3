using System.Runtime.InteropServices;

namespace ArchiveScrub.Benchmarks.Runs;

/// <summary>The command as it is published, and beside it a program that does nothing, both in a temporary folder.</summary>
internal sealed class PublishedCommand : IDisposable
{
    private const string Hello = "hello";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("archivescrub-publish-");

    /// <summary>Publishes both.</summary>
    /// <exception cref="InvalidOperationException">That failed.</exception>
    public PublishedCommand(TextWriter log)
    {
        log.WriteLine("publishing the command");
        ChildProcess.Run("dotnet", [
            "publish", Repository.PathTo("functions", "ArchiveScrub.Cli"), "--configuration", "Release", "--runtime", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false",
            "--output", Path.Combine(_folder.FullName, "command"), "--verbosity", "quiet",
        ]);
        var project = Path.Combine(_folder.FullName, Hello + ".csproj");
        System.IO.File.WriteAllText(project, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net{Environment.Version.ToString(2)}</TargetFramework>
                <InvariantGlobalization>true</InvariantGlobalization>
              </PropertyGroup>
            </Project>
            """);
        System.IO.File.WriteAllText(Path.Combine(_folder.FullName, Hello + ".cs"), "System.Console.WriteLine(\"hello\");\n");
        ChildProcess.Run("dotnet", ["publish", project, "--configuration", "Release", "--output", Path.Combine(_folder.FullName, Hello), "--verbosity", "quiet"]);
    }

    /// <summary>The command's file.</summary>
    public string File => Program("command", "archivescrub");

    /// <summary>The file of the program that does nothing.</summary>
    public string HelloFile => Program(Hello, Hello);

    /// <summary>A folder that is not there yet, for what the command writes.</summary>
    public string NewFolder() => Path.Combine(_folder.FullName, Path.GetRandomFileName());

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    private string Program(string folder, string name) => Path.Combine(_folder.FullName, folder, name + (OperatingSystem.IsWindows() ? ".exe" : ""));
}
