namespace ArchiveScrub.Storage;

/// <summary>Names of blobs.</summary>
internal static class BlobNames
{
    private const int MaxLength = 1024; // Naming and Referencing Containers, Blobs, and Metadata: Blob names

    /// <summary>
    /// Whether a name leads to the blob of that name: what URLs leave out (dot segments, empty ones, control characters)
    /// would lead to another one, outside the container perhaps.
    /// </summary>
    public static bool CanBeAddressed(string name)
    {
        if (name.Length is 0 or > MaxLength || name.AsSpan().ContainsAnyInRange('\0', '\u001F') || name.Contains('\\', StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var component in name.Split('/'))
        {
            if (component is "" or "." or "..")
            {
                return false;
            }
        }

        return true;
    }
}
