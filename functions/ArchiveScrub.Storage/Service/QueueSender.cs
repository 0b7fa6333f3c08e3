using Azure.Storage.Queues;

namespace ArchiveScrub.Storage;

/// <summary>A queue of a storage account. Its client must encode messages as the platform's trigger wants them: Base64.</summary>
public sealed class QueueSender(QueueClient queue) : IMessageSender
{
    /// <inheritdoc/>
    public Task SendAsync(string message, CancellationToken cancellationToken = default) => BlobErrors.DoAsync(
        $"cannot write to the queue {queue.Name}",
        async () => await queue.SendMessageAsync(message, cancellationToken),
        cancellationToken);
}
