using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace ArchiveScrub.Storage;

/// <summary>The storage account of captures and results.</summary>
/// <param name="Blobs">Its blobs.</param>
/// <param name="Queues">Its queues, with messages as the platform's triggers want them.</param>
/// <param name="Credential">The identity it is used with; null with a connection string.</param>
public sealed record StorageAccount(BlobServiceClient Blobs, QueueServiceClient Queues, TokenCredential? Credential)
{
    private static readonly QueueClientOptions QueueOptions = new() { MessageEncoding = QueueMessageEncoding.Base64 };

    /// <summary>
    /// The account that the setting <see cref="ServiceNames.Connection"/> names, in the platform's own way: a connection
    /// string, or a section with the addresses of the services and the identity.
    /// </summary>
    /// <param name="setting">Gives settings; the parts of a name are separated by colons.</param>
    /// <exception cref="InvalidOperationException">The settings are not complete.</exception>
    public static StorageAccount Of(Func<string, string?> setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        if (setting(ServiceNames.Connection) is { Length: > 0 } connection)
        {
            return OfConnection(connection);
        }

        var blobs = Address(setting, ServiceNames.BlobAddress);
        var queues = Address(setting, ServiceNames.QueueAddress);
        TokenCredential credential = setting($"{ServiceNames.Connection}:{ServiceNames.ClientId}") is { Length: > 0 } client
            ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(client))
            : new DefaultAzureCredential();
        return new StorageAccount(new BlobServiceClient(blobs, credential), new QueueServiceClient(queues, credential, QueueOptions), credential);
    }

    /// <summary>The account of a connection string.</summary>
    public static StorageAccount OfConnection(string connection) =>
        new(new BlobServiceClient(connection), new QueueServiceClient(connection, QueueOptions), Credential: null);

    private static Uri Address(Func<string, string?> setting, string name) =>
        Uri.TryCreate(setting($"{ServiceNames.Connection}:{name}"), UriKind.Absolute, out var address)
            ? address
            : throw new InvalidOperationException($"the setting {ServiceNames.Connection}__{name} is missing or no address, and {ServiceNames.Connection} is no connection string");
}
