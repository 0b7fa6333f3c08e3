namespace ArchiveScrub.Storage;

/// <summary>A slice was asked for that the capture does not have. The message is one line for people.</summary>
public sealed class SliceException : IOException
{
    /// <summary>Creates the error.</summary>
    public SliceException(string message)
        : base(message)
    {
    }
}
