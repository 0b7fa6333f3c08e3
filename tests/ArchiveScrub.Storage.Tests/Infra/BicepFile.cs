using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace ArchiveScrub.Storage.Tests;

/// <summary>A Bicep file, compiled.</summary>
internal sealed class BicepFile
{
    private static readonly string? Compiler = typeof(BicepFile).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(static data => data.Key == "BicepPath")?.Value;

    private static readonly ConcurrentDictionary<string, Lazy<Task<BicepFile>>> Compiled = new(StringComparer.Ordinal);

    private BicepFile(JsonElement template, string messages) => (Template, Messages) = (template, messages);

    /// <summary>Why nothing is compiled; null where it is.</summary>
    public static string? Missing { get; } = Compiler is null || !File.Exists(Compiler) ? "the Bicep compiler's package is for Linux on x64" : null;

    /// <summary>The folder of the repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The template that comes out.</summary>
    public JsonElement Template { get; }

    /// <summary>What the compiler had to say: types and properties of every resource are checked.</summary>
    public string Messages { get; }

    /// <summary>Every resource, those of modules too.</summary>
    public IEnumerable<JsonElement> Resources => In(Template);

    /// <summary>Compiles a file of <c>infra</c>, once for all tests.</summary>
    public static Task<BicepFile> CompileAsync(string name) => Compiled.GetOrAdd(name, static name => new Lazy<Task<BicepFile>>(() => RunAsync(name))).Value;

    private static async Task<BicepFile> RunAsync(string name)
    {
        var executable = Path.Combine(Path.GetTempPath(), $"archivescrub-bicep-{Guid.NewGuid():N}");
        File.Copy(Compiler!, executable); // A package need not keep the right to be run.
        try
        {
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(executable, UnixFileMode.UserRead | UnixFileMode.UserExecute);
            }

            var start = new ProcessStartInfo(executable, ["build", name, "--stdout"])
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
                UseShellExecute = false,
                WorkingDirectory = Path.Combine(Root, "infra"),
                Environment = { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1" },
            };
            using var process = Process.Start(start)!;
            var messages = process.StandardError.ReadToEndAsync();
            var template = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return process.ExitCode == 0
                ? new BicepFile(JsonDocument.Parse(template).RootElement, await messages)
                : throw new InvalidDataException(await messages);
        }
        finally
        {
            File.Delete(executable);
        }
    }

    /// <summary>The resources of a type.</summary>
    public IEnumerable<JsonElement> OfType(string type) => Resources.Where(resource => resource.GetProperty("type").GetString() == type);

    /// <summary>The one variable of that name, whichever module it is in, as it stands.</summary>
    public JsonElement Variable(string name) => Templates(Template)
        .Where(static template => template.TryGetProperty("variables", out _))
        .SelectMany(static template => template.GetProperty("variables").EnumerateObject())
        .Single(variable => variable.Name == name).Value;

    private static IEnumerable<JsonElement> In(JsonElement template) => Templates(template).SelectMany(Own);

    private static IEnumerable<JsonElement> Templates(JsonElement template) =>
        Own(template)
            .Where(static resource => resource.GetProperty("type").GetString() == "Microsoft.Resources/deployments")
            .SelectMany(static module => Templates(module.GetProperty("properties").GetProperty("template")))
            .Prepend(template);

    private static IEnumerable<JsonElement> Own(JsonElement template)
    {
        var resources = template.GetProperty("resources");
        return resources.ValueKind == JsonValueKind.Array ? resources.EnumerateArray() : resources.EnumerateObject().Select(static resource => resource.Value);
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ArchiveScrub.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("the tests do not run inside the repository");
    }
}
