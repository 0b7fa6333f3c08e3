using System.Text;
using Xunit;

namespace ArchiveScrub.Storage.Tests;

[Collection(AzuriteTests.Name)]
public sealed class StorageAccountTests(Azurite azurite)
{
    [Fact]
    public void Addresses_and_an_identity_make_an_account_without_keys()
    {
        var account = Of(("CaptureStorage:blobServiceUri", "https://a.blob.core.windows.net/"), ("CaptureStorage:queueServiceUri", "https://a.queue.core.windows.net/"), ("CaptureStorage:clientId", "11111111-1111-1111-1111-111111111111"));
        Assert.Equal("a", account.Blobs.AccountName);
        Assert.Equal("https://a.queue.core.windows.net/", account.Queues.Uri.ToString());
        Assert.NotNull(account.Credential);
    }

    [Theory]
    [InlineData("CaptureStorage:blobServiceUri", "CaptureStorage__queueServiceUri")]
    [InlineData("CaptureStorage:queueServiceUri", "CaptureStorage__blobServiceUri")]
    public void The_setting_that_is_missing_is_named(string there, string missing) =>
        Assert.Contains(missing, Assert.Throws<InvalidOperationException>(() => Of((there, "https://a.blob.core.windows.net/"))).Message, StringComparison.Ordinal);

    [SkippableFact]
    public async Task A_connection_string_makes_a_service_that_works()
    {
        Skip.If(Azurite.Missing is not null, Azurite.Missing);
        var account = Of(("CaptureStorage", azurite.ConnectionString));
        foreach (var container in ServiceNames.Containers)
        {
            await account.Blobs.CreateBlobContainerAsync(container);
        }

        foreach (var queue in ServiceNames.Queues)
        {
            await account.Queues.CreateQueueAsync(queue);
        }

        await account.Blobs.GetBlobContainerClient(ServiceNames.Captures).UploadBlobAsync("a.html", BinaryData.FromString(Samples.Article()));
        using var telemetry = new ScrubTelemetry();
        var service = ServiceFactory.Create(account, new ServiceOptions { Host = "test" }, telemetry);
        await service.RescrubAsync("{\"prefix\":\"\"}");
        var orders = account.Queues.GetQueueClient(ServiceNames.RescrubQueue);
        var order = (await orders.ReceiveMessageAsync()).Value;
        await service.RescrubAsync(order.Body.ToString(), (int)order.DequeueCount);
        Assert.True(await account.Blobs.GetBlobContainerClient(ServiceNames.Clean).GetBlobClient("a.html.manifest.json").ExistsAsync());
        await ProfilesAreUsedOrMissedAsync(account, telemetry);
    }

    private static async Task ProfilesAreUsedOrMissedAsync(StorageAccount account, ScrubTelemetry telemetry)
    {
        var learner = new ProfileLearner();
        foreach (var name in new[] { "a", "b", "c", "d" })
        {
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Samples.Article($"Story {name}")));
            learner.Add(await new CaptureReader().ReadAsync(stream, new CaptureDescription(null, name, TargetUri: $"https://example.org/{name}")).SingleAsync());
        }

        var profiles = account.Blobs.GetBlobContainerClient(ServiceNames.Profiles);
        await profiles.UploadBlobAsync("sites.json", BinaryData.FromBytes(learner.ToProfiles().Serialize()));
        await profiles.UploadBlobAsync("bad.json", BinaryData.FromString("[1]"));
        using var service = ServiceFactory.Create(account, new ServiceOptions { Profiles = "sites.json" }, telemetry);
        await service.ScrubAsync("a.html");
        var manifest = (await account.Blobs.GetBlobContainerClient(ServiceNames.Clean).GetBlobClient("a.html.manifest.json").DownloadContentAsync()).Value.Content;
        Assert.Equal(learner.ToProfiles().Digest, ManifestJson.Deserialize(manifest).Tool.Profile);

        foreach (var (name, what) in new[] { ("none.json", "profiles/none.json, which the setting ArchiveScrub__Profiles names, is not there"), ("bad.json", "is no file of site profiles") })
        {
            Assert.Contains(what, Assert.Throws<InvalidOperationException>(() => ServiceFactory.Create(account, new ServiceOptions { Profiles = name }, telemetry)).Message, StringComparison.Ordinal);
        }
    }

    private static StorageAccount Of(params (string Name, string Value)[] settings) =>
        StorageAccount.Of(name => settings.FirstOrDefault(setting => setting.Name == name).Value);
}
