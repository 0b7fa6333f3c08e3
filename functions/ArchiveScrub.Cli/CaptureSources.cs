using ArchiveScrub.Storage;

namespace ArchiveScrub.Cli;

/// <summary>
/// The captures that a command line names. Results of a folder's captures are named by their place in the folder, of a
/// single file by its file name; where several folders are given, each one's name comes first, as <c>cp -r</c> does it.
/// </summary>
internal sealed class CaptureSources : IDisposable
{
    private readonly IReadOnlyList<CaptureSource> _sources;
    private readonly StandardInput? _standardInput;

    private CaptureSources(IReadOnlyList<CaptureSource> sources, StandardInput? standardInput)
    {
        _sources = sources;
        _standardInput = standardInput;
    }

    /// <summary>Finds out what the paths are; nothing is written.</summary>
    /// <exception cref="UsageException">A path is missing, or two captures would get results of the same name.</exception>
    public static async Task<CaptureSources> OpenAsync(IReadOnlyList<string> paths, IReadOnlyList<string> resultFolders, Stream input, CancellationToken cancellationToken)
    {
        var distinct = paths.DistinctBy(static path => path == "-" || ContainerAddress.IsAddress(path) ? path : FullPath(path)).ToArray();
        foreach (var path in distinct)
        {
            if (path != "-" && !ContainerAddress.IsAddress(path) && !Path.Exists(path))
            {
                throw new UsageException(path.StartsWith('-') ? $"there is no option {path}" : $"there is no file or folder {path}");
            }
        }

        var manyFolders = distinct.Count(static path => ContainerAddress.IsAddress(path) || Directory.Exists(path)) > 1;
        var sources = distinct.Where(static path => path != "-").Select(path => OfPath(path, manyFolders, resultFolders)).ToList();
        if (distinct.Contains("-"))
        {
            sources.Add(new CaptureSource("-", new FolderCaptureStore(".", null), StandardInput.CaptureName));
        }

        await RefuseSameNamesAsync(sources, cancellationToken);
        if (!distinct.Contains("-"))
        {
            return new CaptureSources(sources, null);
        }

        // Read last: whoever types it should not do so for nothing.
        var standardInput = await StandardInput.ReadAsync(input, cancellationToken);
        sources[^1] = sources[^1] with { Store = standardInput.Store };
        return new CaptureSources(sources, standardInput);
    }

    /// <summary>Whether it is one page, not a folder of them.</summary>
    public bool IsOneFile => _sources is [{ File: not null }];

    /// <summary>The captures, in the order of the paths, listed as they are asked for.</summary>
    public IAsyncEnumerable<Delivery> Deliveries() => _sources.ToAsyncEnumerable().SelectMany(static source => source.DeliverAsync());

    /// <inheritdoc/>
    public void Dispose() => _standardInput?.Dispose();

    private static CaptureSource OfPath(string path, bool manyFolders, IReadOnlyList<string> resultFolders)
    {
        if (ContainerAddress.IsAddress(path))
        {
            var address = Containers.Parse(path);
            var prefix = manyFolders ? address.Container.Name + "/" : "";
            return new CaptureSource(address.Text, new BlobCaptureStore(address.Container), Prefix: prefix, Under: address.Prefix);
        }

        var full = FullPath(path);
        if (Directory.Exists(full))
        {
            var name = FolderName(full);
            return new CaptureSource(path, new FolderCaptureStore(full, name, resultFolders), Prefix: manyFolders ? name + "/" : "");
        }

        var folder = Path.GetDirectoryName(full)!;
        return new CaptureSource(path, new FolderCaptureStore(folder, FolderName(folder)), Path.GetFileName(full));
    }

    /// <summary>Only what the paths themselves make can collide: inside a folder names are distinct.</summary>
    private static async Task RefuseSameNamesAsync(List<CaptureSource> sources, CancellationToken cancellationToken)
    {
        var taken = new Dictionary<string, CaptureSource>(StringComparer.Ordinal);
        foreach (var source in sources)
        {
            var name = source.File ?? source.Prefix;
            if (name.Length > 0 && !taken.TryAdd(name, source))
            {
                throw SameName(taken[name], source);
            }
        }

        foreach (var folder in sources.Where(static source => source is { File: null, Prefix: "" }))
        {
            foreach (var file in sources.Where(static source => source.File is not null))
            {
                if (await folder.Store.FindAsync(file.File!, cancellationToken) is not null)
                {
                    throw SameName(folder with { Path = Path.Combine(folder.Path, file.File!) }, file);
                }
            }
        }
    }

    private static UsageException SameName(CaptureSource one, CaptureSource other) =>
        new($"the results of {one.Path} and {other.Path} would have the same names; scrub them into folders of their own");

    private static string FullPath(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));

    private static string FolderName(string full) => Path.GetFileName(full) is { Length: > 0 } name ? name : "root";
}
