namespace ArchiveScrub.Storage;

/// <summary>
/// A store could not do what was asked: no permission, no space, no network. It says nothing about the capture, so
/// the capture stays to do and may be tried again. The message is one line for people.
/// </summary>
public class StoreException : IOException
{
    /// <summary>Creates the error.</summary>
    public StoreException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
