using ArchiveScrub.Storage;

namespace ArchiveScrub.Cli;

/// <summary>Results that a path of the command line stands for.</summary>
/// <param name="Reader">Reads them.</param>
/// <param name="Entries">Which of them are meant; listed anew each time they are asked for.</param>
/// <param name="IsOne">Whether it is one manifest, not a folder or container.</param>
internal sealed record ResultPath(ResultReader Reader, IAsyncEnumerable<ResultEntry> Entries, bool IsOne)
{
    /// <summary>Finds out what a path is.</summary>
    /// <exception cref="UsageException">It is no result.</exception>
    public static async Task<ResultPath> OpenAsync(string path, CancellationToken cancellationToken)
    {
        if (ContainerAddress.IsAddress(path))
        {
            return InContainer(Containers.Parse(path), cancellationToken);
        }

        try
        {
            var (reader, entry) = await ResultReader.OpenPathAsync(path, cancellationToken);
            return new ResultPath(reader, entry is null ? reader.ListAsync(cancellationToken) : new[] { entry }.ToAsyncEnumerable(), entry is not null);
        }
        catch (StoreException e)
        {
            throw new UsageException(e.Message);
        }
    }

    private static ResultPath InContainer(ContainerAddress address, CancellationToken cancellationToken)
    {
        var reader = new ResultReader(new BlobCaptureStore(address.Container));
        return new ResultPath(reader, reader.ListAsync(cancellationToken).Where(entry => entry.Name.StartsWith(address.Prefix, StringComparison.Ordinal)), IsOne: false);
    }

    /// <summary>The pages.</summary>
    public IAsyncEnumerable<StoredPage> Pages(CancellationToken cancellationToken) =>
        Entries.SelectMany(entry => Reader.ReadPagesAsync(entry, cancellationToken));
}
