using System.Diagnostics;
using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Xunit;

namespace ArchiveScrub.Storage.Tests;

/// <summary>
/// The storage emulator, in a process of its own on free ports of this machine, for as long as the tests run. What it
/// holds is in memory.
/// </summary>
public sealed partial class Azurite : IAsyncLifetime, IDisposable
{
    // The emulator's account, the same everywhere: it is documented, and no secret.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly DirectoryInfo _location = Directory.CreateTempSubdirectory("archivescrub-azurite-");
    private Process? _process;
    private Task? _rest;
    private int _containers;

    /// <summary>Why there is no emulator; null where there is one.</summary>
    public static string? Missing { get; } = Find() is null
        ? "the storage emulator is not installed: \"npm ci\" in tests/ArchiveScrub.Storage.Tests/azurite installs it"
        : null;

    /// <summary>What its clients connect with.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>A new, empty container.</summary>
    public BlobContainerClient NewContainer(string kind = "test", params HttpPipelinePolicyAt[] policies)
    {
        var container = Container(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{kind}-{Interlocked.Increment(ref _containers)}"), policies);
        container.Create();
        return container;
    }

    /// <summary>A container by name.</summary>
    public BlobContainerClient Container(string name, params HttpPipelinePolicyAt[] policies)
    {
        var options = new BlobClientOptions();
        foreach (var policy in policies)
        {
            options.AddPolicy(policy.Policy, policy.Position);
        }

        return new BlobContainerClient(ConnectionString, name, options);
    }

    /// <summary>A new, empty queue.</summary>
    public QueueClient NewQueue(string kind = "queue")
    {
        var queue = new QueueClient(ConnectionString, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{kind}-{Interlocked.Increment(ref _containers)}"));
        queue.Create();
        return queue;
    }

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (Find() is not { } script)
        {
            return;
        }

        var start = new ProcessStartInfo("node")
        {
            ArgumentList =
            {
                script, "--blobHost", "127.0.0.1", "--queueHost", "127.0.0.1", "--tableHost", "127.0.0.1", "--blobPort", "0", "--queuePort", "0", "--tablePort", "0",
                "--inMemoryPersistence", "--skipApiVersionCheck", "--disableTelemetry", "--silent",
            },
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _location.FullName,
        };
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += static (_, _) => { };
        _process.BeginErrorReadLine();
        using var patience = new CancellationTokenSource(Patience);
        var ports = new Dictionary<string, string>(StringComparer.Ordinal);
        while (ports.Count < 3)
        {
            var line = await _process.StandardOutput.ReadLineAsync(patience.Token) ?? throw new InvalidOperationException("the storage emulator ended before it listened");
            if (Listening().Match(line) is { Success: true } match)
            {
                ports[match.Groups["service"].Value] = match.Groups["port"].Value;
            }
        }

        _rest = _process.StandardOutput.ReadToEndAsync(CancellationToken.None); // so that its pipe does not fill
        ConnectionString = $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
            + $"BlobEndpoint=http://127.0.0.1:{ports["Blob"]}/{Account};QueueEndpoint=http://127.0.0.1:{ports["Queue"]}/{Account};TableEndpoint=http://127.0.0.1:{ports["Table"]}/{Account};";
    }

    /// <inheritdoc/>
    public Task DisposeAsync()
    {
        Dispose();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _rest?.Wait();
        _process?.Dispose();
        _process = null;
        if (_location.Exists)
        {
            _location.Delete(recursive: true);
            _location.Refresh();
        }
    }

    [GeneratedRegex("Azurite (?<service>Blob|Queue|Table) service (is )?successfully listen(s|ing) (on|at) https?://[^:]+:(?<port>[0-9]+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Listening();

    /// <summary>Its script, where it is installed and there is a node to run it.</summary>
    private static string? Find()
    {
        var name = OperatingSystem.IsWindows() ? "node.exe" : "node";
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        if (!Array.Exists(folders, folder => File.Exists(Path.Combine(folder, name))))
        {
            return null;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var script = Path.Combine(folder.FullName, "tests/ArchiveScrub.Storage.Tests/azurite/node_modules/azurite/dist/src/azurite.js");
            if (File.Exists(script))
            {
                return script;
            }
        }

        return null;
    }
}

/// <summary>A policy of a client's pipeline, and where it stands.</summary>
public sealed record HttpPipelinePolicyAt(Azure.Core.Pipeline.HttpPipelinePolicy Policy, HttpPipelinePosition Position);

/// <summary>The tests that share one emulator.</summary>
[CollectionDefinition(Name)]
public sealed class AzuriteTests : ICollectionFixture<Azurite>
{
    public const string Name = "azurite";
}
