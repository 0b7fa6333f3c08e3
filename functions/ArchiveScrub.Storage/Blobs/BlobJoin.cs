using System.Globalization;
using System.Text;
using Azure;
using Azure.Core;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Sas;

namespace ArchiveScrub.Storage;

/// <summary>Puts a blob together from other blobs inside the service: <c>Put Block From URL</c>, one block a part.</summary>
internal static class BlobJoin
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private static readonly string[] Scopes = ["https://storage.azure.com/.default"];

    /// <summary>Joins; false where the service cannot read the parts by itself, and nothing is written then.</summary>
    public static async Task<bool> TryAsync(BlockBlobClient target, string mediaType, BlobContainerClient parts, TokenCredential? credential, TimeProvider clock, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var writer = Guid.NewGuid().ToString("N");
        var blocks = new List<string>(names.Count);
        try
        {
            foreach (var name in names)
            {
                var block = Convert.ToBase64String(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{writer}{blocks.Count:D6}")));
                var part = parts.GetBlobClient(name);
                var options = new StageBlockFromUriOptions();
                if (credential is not null)
                {
                    var token = await credential.GetTokenAsync(new TokenRequestContext(Scopes), cancellationToken);
                    options.SourceAuthentication = new HttpAuthorization("Bearer", token.Token);
                }

                var source = credential is null && part.CanGenerateSasUri
                    ? part.GenerateSasUri(BlobSasPermissions.Read, clock.GetUtcNow() + Lifetime)
                    : part.Uri;
                await target.StageBlockFromUriAsync(source, block, options, cancellationToken);
                blocks.Add(block);
            }
        }
        catch (RequestFailedException)
        {
            // A network rule may not let the service read from itself; older emulators do not have it; an empty part is no block.
            return false;
        }

        await target.CommitBlockListAsync(blocks, new CommitBlockListOptions { HttpHeaders = new BlobHttpHeaders { ContentType = mediaType } }, cancellationToken);
        return true;
    }
}
