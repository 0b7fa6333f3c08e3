using ArchiveScrub.Storage;

namespace ArchiveScrub.Cli;

/// <summary>The folders or containers that a run writes to.</summary>
/// <param name="output">Where results go; null where they are only printed.</param>
/// <param name="quarantine">Where quarantine records go; null for the default.</param>
internal sealed class ResultFolders(string? output, string? quarantine) : IDisposable
{
    private const string QuarantineName = "quarantine";

    private readonly List<TempFolder> _temps = [];

    /// <summary>The folders and containers, made or not.</summary>
    public IReadOnlyList<string> Paths => [.. new[] { output, QuarantinePath }.OfType<string>()];

    /// <summary>Where quarantine records go; null where none are written.</summary>
    public string? QuarantinePath => quarantine
        ?? (output is null ? null
        : ContainerAddress.IsAddress(output) ? Containers.Parse(output).Beside(QuarantineName).Text
        : Path.Combine(output, QuarantineName));

    /// <summary>Where results go.</summary>
    public IResultStore Results { get; private set; } = new NoResultStore();

    /// <summary>Where quarantine records go.</summary>
    public IResultStore Quarantine { get; private set; } = new NoResultStore();

    /// <summary>Makes the folders and containers, but for a default folder that may not be needed, and deletes what killed runs left in folders.</summary>
    /// <exception cref="UsageException">They cannot be written to.</exception>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (output is not null)
            {
                Results = await OpenAsync(output, cancellationToken);
                Quarantine = quarantine is null && !ContainerAddress.IsAddress(output)
                    ? new FolderResultStore(QuarantinePath!, _temps[^1])
                    : await OpenAsync(QuarantinePath!, cancellationToken);
            }
            else if (quarantine is not null)
            {
                Quarantine = await OpenAsync(quarantine, cancellationToken);
            }
        }
        catch (StoreException e)
        {
            throw new UsageException(e.Message);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _temps.ForEach(static temp => temp.Dispose());

    private async Task<IResultStore> OpenAsync(string place, CancellationToken cancellationToken)
    {
        if (!ContainerAddress.IsAddress(place))
        {
            var temp = TempFolder.Open(place);
            _temps.Add(temp);
            return new FolderResultStore(place, temp);
        }

        var address = Containers.Parse(place);
        if (address.Prefix.Length > 0)
        {
            throw new UsageException($"{address.Text}: results go into a container, not under a prefix");
        }

        await address.MakeAsync(cancellationToken);
        return new BlobResultStore(address.Container);
    }
}
