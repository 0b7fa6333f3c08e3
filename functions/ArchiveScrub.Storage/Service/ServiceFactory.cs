using System.Net;
using System.Text.Json;
using Azure;

namespace ArchiveScrub.Storage;

/// <summary>Puts the service together on a storage account.</summary>
public static class ServiceFactory
{
    /// <summary>Creates the service; of the account nothing is asked yet but for the site profiles, where there are any.</summary>
    /// <exception cref="InvalidOperationException">The site profiles are not there, or are none: without them captures would come out otherwise than was meant.</exception>
    /// <exception cref="StoreException">The account does not answer.</exception>
    public static ScrubService Create(StorageAccount account, ServiceOptions options, ScrubTelemetry telemetry, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(options);
        var parts = new ScrubServiceParts(
            new BlobCaptureStore(account.Blobs.GetBlobContainerClient(ServiceNames.Captures)),
            Results(ServiceNames.Clean),
            Results(ServiceNames.Quarantine),
            new BlobResultStore(account.Blobs.GetBlobContainerClient(ServiceNames.Parts), withTags: false, account.Credential),
            new QueueSender(account.Queues.GetQueueClient(ServiceNames.SliceQueue)),
            new QueueSender(account.Queues.GetQueueClient(ServiceNames.RescrubQueue)));
        var reader = new CaptureReader();
        var scrubber = new Scrubber(new ScrubOptions { Profiles = Profiles(account, options.Profiles), SecondOpinion = options.SecondOpinion });
        var job = new ScrubJobOptions { Host = options.Host };
        return new ScrubService(parts, reader, scrubber, telemetry, new RecordSlicing(reader, scrubber, options.SliceBytes, job, clock), job, clock);

        BlobResultStore Results(string container) => new(account.Blobs.GetBlobContainerClient(container), options.WithTags);
    }

    private static SiteProfiles Profiles(StorageAccount account, string? name)
    {
        if (string.IsNullOrEmpty(name))
        {
            return SiteProfiles.Empty;
        }

        var place = $"{ServiceNames.Profiles}/{name}, which the setting {ServiceNames.ProfilesSetting} names,";
        try
        {
            return SiteProfiles.Deserialize(account.Blobs.GetBlobContainerClient(ServiceNames.Profiles).GetBlobClient(name).DownloadContent().Value.Content);
        }
        catch (RequestFailedException e) when (e.Status == (int)HttpStatusCode.NotFound)
        {
            throw new InvalidOperationException($"{place} is not there", e);
        }
        catch (JsonException e)
        {
            throw new InvalidOperationException($"{place} is no file of site profiles: {e.Message}", e);
        }
        catch (Exception e) when (BlobErrors.IsOfStore(e, default))
        {
            throw BlobErrors.Failure($"cannot read {place}", e);
        }
    }
}
