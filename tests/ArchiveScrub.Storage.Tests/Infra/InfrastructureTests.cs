using System.Diagnostics.Metrics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace ArchiveScrub.Storage.Tests;

/// <summary>What <c>infra</c> makes is what the code asks for: names, settings, roles, metrics.</summary>
public sealed partial class InfrastructureTests
{
    // Azure built-in roles
    private const string BlobReader = "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1";
    private const string BlobContributor = "ba92f5b4-2d11-453d-a403-e96b0029c9fe";
    private const string BlobOwner = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b";

    private static readonly string Functions = Path.Combine(BicepFile.Root, "functions/ArchiveScrub.Functions");

    [SkippableTheory]
    [InlineData("main.bicep")]
    [InlineData("subscription.bicep")]
    public async Task Every_resource_has_the_type_and_the_properties_that_its_api_version_has(string name)
    {
        Skip.If(BicepFile.Missing is not null, BicepFile.Missing);
        var messages = (await BicepFile.CompileAsync(name)).Messages.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        // The key of the app's extension: its type is documented, but not in the compiler's list.
        Assert.All(messages, static message => Assert.Contains("BCP081: Resource type \"Microsoft.Web/sites/host@", message, StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Containers_and_queues_are_those_that_the_code_names()
    {
        Skip.If(BicepFile.Missing is not null, BicepFile.Missing);
        var main = await BicepFile.CompileAsync("main.bicep");
        Assert.Equal(ServiceNames.Containers, Strings(main.Variable("containerNames")));
        Assert.Equal(ServiceNames.Queues, Strings(main.Variable("queueNames")));
        foreach (var account in main.OfType("Microsoft.Storage/storageAccounts").Where(static account => !account.TryGetProperty("existing", out _)))
        {
            Assert.Equal("[variables('accountProperties')]", account.GetProperty("properties").GetString());
        }

        var properties = main.Variable("accountProperties");
        Assert.False(properties.GetProperty("allowSharedKeyAccess").GetBoolean());
        Assert.False(properties.GetProperty("allowBlobPublicAccess").GetBoolean());
    }

    [SkippableFact]
    public async Task Settings_are_those_that_the_code_reads()
    {
        Skip.If(BicepFile.Missing is not null, BicepFile.Missing);
        var main = await BicepFile.CompileAsync("main.bicep");
        var settings = main.OfType("Microsoft.Web/sites/config").Single().GetProperty("properties").EnumerateObject().Select(static setting => setting.Name).ToArray();
        Assert.Equal(ServiceNames.Settings.Order(StringComparer.Ordinal), settings.Where(static name => name.StartsWith("ArchiveScrub__", StringComparison.Ordinal)));
        Assert.Equal(
            new[] { ServiceNames.BlobAddress, ServiceNames.ClientId, "credential", ServiceNames.QueueAddress }.Select(static part => $"{ServiceNames.Connection}__{part}"),
            settings.Where(static name => name.StartsWith(ServiceNames.Connection, StringComparison.Ordinal)));
        Assert.DoesNotContain(settings, static name => name.Contains("ConnectionString", StringComparison.OrdinalIgnoreCase) || name == "AzureWebJobsStorage");

        // The section's name and parts are read in one place each.
        var code = await File.ReadAllTextAsync(Path.Combine(Functions, "Scrubbing.cs"));
        foreach (var setting in ServiceNames.Settings)
        {
            Assert.Contains($"\"{setting["ArchiveScrub__".Length..]}\"", code, StringComparison.Ordinal);
        }

        var names = File.ReadAllText(Path.Combine(Functions, "Observability.cs"));
        Assert.All(new[] { "APPLICATIONINSIGHTS_CONNECTION_STRING", "AZURE_CLIENT_ID" }, name =>
        {
            Assert.Contains(name, settings);
            Assert.Contains($"\"{name}\"", names, StringComparison.Ordinal);
        });
    }

    [SkippableFact]
    public async Task Roles_are_the_least_that_the_code_needs()
    {
        Skip.If(BicepFile.Missing is not null, BicepFile.Missing);
        var main = await BicepFile.CompileAsync("main.bicep");
        var ids = main.Variable("roles");
        var roles = main.Variable("containerRoles").EnumerateArray().ToDictionary(static entry => entry.GetProperty("container").GetString()!, entry => Id(entry.GetProperty("role").GetString()!, ids));
        Assert.Equal(
            new Dictionary<string, string>
            {
                [ServiceNames.Captures] = BlobReader, // captures are never changed
                [ServiceNames.Clean] = BlobOwner, // index tags
                [ServiceNames.Quarantine] = BlobOwner,
                [ServiceNames.Parts] = BlobContributor,
                [ServiceNames.Profiles] = BlobReader,
            },
            roles);
    }

    [SkippableFact]
    public async Task Events_of_captures_go_to_the_function_and_no_others()
    {
        Skip.If(BicepFile.Missing is not null, BicepFile.Missing);
        var subscription = (await BicepFile.CompileAsync("subscription.bicep")).OfType("Microsoft.EventGrid/systemTopics/eventSubscriptions").Single().GetProperty("properties");
        Assert.Equal($"/blobServices/default/containers/{ServiceNames.Captures}/blobs/", subscription.GetProperty("filter").GetProperty("subjectBeginsWith").GetString());
        var address = subscription.GetProperty("destination").GetProperty("properties").GetProperty("endpointUrl").GetString()!;
        var function = FunctionInAddress().Match(address).Groups["name"].Value;
        Assert.Contains($"[Function(nameof({function}))]", await File.ReadAllTextAsync(Path.Combine(Functions, "CaptureFunctions.cs")), StringComparison.Ordinal);
        Assert.True(subscription.TryGetProperty("deadLetterWithResourceIdentity", out _));
    }

    [Fact]
    public async Task Alerts_and_workbook_ask_for_metrics_and_values_that_there_are()
    {
        using var workbook = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(BicepFile.Root, "infra/monitoring/workbook.json")));
        Assert.Equal("Notebook/1.0", workbook.RootElement.GetProperty("version").GetString());
        var metrics = new HashSet<string>(StringComparer.Ordinal);
        using var meters = new MeterListener { InstrumentPublished = (instrument, _) => metrics.Add(instrument.Name) };
        meters.Start();
        using var telemetry = new ScrubTelemetry();
        foreach (var file in new[] { "infra/monitoring/alerts.bicep", "infra/monitoring/workbook.json" })
        {
            var text = await File.ReadAllTextAsync(Path.Combine(BicepFile.Root, file));
            var asked = Metric().Matches(text).Select(static match => match.Value).ToArray();
            Assert.NotEmpty(asked);
            Assert.Empty(asked.Except(metrics, StringComparer.Ordinal));
            Assert.All(Status().Matches(text), static match => Assert.True(Enum.TryParse<ScrubStatus>(match.Groups["status"].Value, out _), match.Value));
        }
    }

    [Fact]
    public async Task The_platform_tries_as_often_as_the_watch_does()
    {
        using var host = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Functions, "host.json")));
        var extensions = host.RootElement.GetProperty("extensions");
        Assert.Equal(CaptureWatch.MaxAttempts, extensions.GetProperty("blobs").GetProperty("poisonBlobThreshold").GetInt32());
        Assert.Equal(CaptureWatch.MaxAttempts, extensions.GetProperty("queues").GetProperty("maxDequeueCount").GetInt32());
    }

    [Fact]
    public async Task Azd_is_told_of_projects_and_scripts_that_there_are()
    {
        var azd = await File.ReadAllTextAsync(Path.Combine(BicepFile.Root, "azure.yaml"));
        var paths = PathInYaml().Matches(azd).Select(static match => match.Groups["path"].Value).ToArray();
        Assert.Equal(4, paths.Length);
        Assert.All(paths, static path => Assert.True(Path.Exists(Path.Combine(BicepFile.Root, path)), path));
        Assert.Contains("'azd-service-name': 'functions'", await File.ReadAllTextAsync(Path.Combine(BicepFile.Root, "infra/app/functions.bicep")), StringComparison.Ordinal);
    }

    private static string[] Strings(JsonElement array) => [.. array.EnumerateArray().Select(static item => item.GetString()!)];

    private static string Id(string reference, JsonElement roles) => roles.GetProperty(reference[(reference.LastIndexOf('.') + 1)..].TrimEnd(']')).GetString()!;

    [GeneratedRegex("functionName=Host\\.Functions\\.(?<name>[A-Za-z]+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex FunctionInAddress();

    [GeneratedRegex("archivescrub\\.[a-z]+", RegexOptions.NonBacktracking)]
    private static partial Regex Metric();

    [GeneratedRegex("customDimensions\\.status\\) == \\\\?\"(?<status>[A-Za-z]+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Status();

    [GeneratedRegex("(path|project|run): (?<path>[A-Za-z0-9./]+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex PathInYaml();
}
