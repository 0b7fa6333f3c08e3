namespace ArchiveScrub.Storage;

/// <summary>Puts the service together on a storage account.</summary>
public static class ServiceFactory
{
    /// <summary>Creates the service; nothing is asked of the account yet.</summary>
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
        var scrubber = new Scrubber(new ScrubOptions { SecondOpinion = options.SecondOpinion });
        var job = new ScrubJobOptions { Host = options.Host };
        return new ScrubService(parts, reader, scrubber, telemetry, new RecordSlicing(reader, scrubber, options.SliceBytes, job, clock), job, clock);

        BlobResultStore Results(string container) => new(account.Blobs.GetBlobContainerClient(container), options.WithTags);
    }
}
