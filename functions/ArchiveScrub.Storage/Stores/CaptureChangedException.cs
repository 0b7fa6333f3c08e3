namespace ArchiveScrub.Storage;

/// <summary>A capture is no longer the version that was asked for: it was written again, or is gone.</summary>
public sealed class CaptureChangedException : StoreException
{
    /// <summary>Creates the error.</summary>
    public CaptureChangedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
