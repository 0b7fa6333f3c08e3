namespace ArchiveScrub.Storage;

/// <summary>What the service works with.</summary>
/// <param name="Captures">Where captures come from.</param>
/// <param name="Results">Where results go.</param>
/// <param name="Quarantine">Where quarantine records go.</param>
/// <param name="PartStore">Where parts of large captures go.</param>
/// <param name="SliceQueue">The queue of slices.</param>
/// <param name="RescrubQueue">The queue of orders to scrub again.</param>
public sealed record ScrubServiceParts(
    BlobCaptureStore Captures,
    IResultStore Results,
    IResultStore Quarantine,
    IResultStore PartStore,
    IMessageSender SliceQueue,
    IMessageSender RescrubQueue);
