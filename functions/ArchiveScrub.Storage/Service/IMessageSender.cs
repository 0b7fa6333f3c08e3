namespace ArchiveScrub.Storage;

/// <summary>Where orders go that another worker carries out. What goes wrong is a <see cref="StoreException"/>.</summary>
public interface IMessageSender
{
    /// <summary>Puts a message into the queue.</summary>
    Task SendAsync(string message, CancellationToken cancellationToken = default);
}
