using ArchiveScrub.Storage;

namespace ArchiveScrub.Cli;

/// <summary>The folders that a run writes to.</summary>
internal sealed class ResultFolders(ScrubSettings settings) : IDisposable
{
    private readonly List<TempFolder> _temps = [];

    /// <summary>The folders, made or not.</summary>
    public IReadOnlyList<string> Paths => [.. new[] { settings.Output, QuarantinePath }.OfType<string>()];

    /// <summary>Where quarantine records go; null where none are written.</summary>
    public string? QuarantinePath => settings.Quarantine ?? (settings.Output is { } output ? Path.Combine(output, "quarantine") : null);

    /// <summary>Where results go.</summary>
    public IResultStore Results { get; private set; } = new NoResultStore();

    /// <summary>Where quarantine records go.</summary>
    public IResultStore Quarantine { get; private set; } = new NoResultStore();

    /// <summary>Makes the folders, but for a default one that may not be needed, and deletes what killed runs left in them.</summary>
    /// <exception cref="UsageException">They cannot be written to.</exception>
    public void Open()
    {
        try
        {
            if (settings.Output is { } output)
            {
                var temp = OpenTemp(output);
                Results = new FolderResultStore(output, temp);
                Quarantine = new FolderResultStore(QuarantinePath!, temp);
            }

            if (settings.Quarantine is { } quarantine)
            {
                Quarantine = new FolderResultStore(quarantine, OpenTemp(quarantine));
            }
        }
        catch (StoreException e)
        {
            throw new UsageException(e.Message);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _temps.ForEach(static temp => temp.Dispose());

    private TempFolder OpenTemp(string folder)
    {
        var temp = TempFolder.Open(folder);
        _temps.Add(temp);
        return temp;
    }
}
