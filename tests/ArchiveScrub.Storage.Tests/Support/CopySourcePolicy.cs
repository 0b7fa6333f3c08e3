using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;

namespace ArchiveScrub.Storage.Tests;

/// <summary>
/// Stands in for a service that takes tokens: <c>Put Block From URL</c> becomes a <c>Put Block</c> with the bytes of the
/// source, read with a client of its own.
/// </summary>
internal sealed class CopySourcePolicy(Azurite azurite) : HttpPipelinePolicy
{
    /// <summary>What the service was asked to copy, and with which authorization.</summary>
    public List<(Uri Source, string? Authorization)> Copied { get; } = [];

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var headers = message.Request.Headers;
        if (headers.TryGetValue("x-ms-copy-source", out var source))
        {
            headers.TryGetValue("x-ms-copy-source-authorization", out var authorization);
            Copied.Add((new Uri(source!), authorization));
            var address = new BlobUriBuilder(new Uri(source!));
            var content = await azurite.Container(address.BlobContainerName).GetBlobClient(address.BlobName).DownloadContentAsync();
            headers.Remove("x-ms-copy-source");
            headers.Remove("x-ms-copy-source-authorization");
            message.Request.Content = RequestContent.Create(content.Value.Content);
            headers.SetValue("Content-Length", content.Value.Content.ToMemory().Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        await ProcessNextAsync(message, pipeline);
    }
}
