namespace ArchiveScrub.Storage;

/// <summary>Reads small results whole.</summary>
internal static class StoreReading
{
    /// <summary>The bytes of a result, or null where there is none.</summary>
    public static async Task<byte[]?> ReadAsync(this IResultStore store, string name, CancellationToken cancellationToken)
    {
        var stream = await store.OpenReadAsync(name, cancellationToken);
        if (stream is null)
        {
            return null;
        }

        await using (stream)
        {
            using var memory = new MemoryStream();
            await stream.CopyToAsync(memory, cancellationToken);
            return memory.ToArray();
        }
    }
}
