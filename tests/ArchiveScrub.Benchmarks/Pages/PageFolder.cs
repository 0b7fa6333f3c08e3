using System.IO.Compression;

namespace ArchiveScrub.Benchmarks.Pages;

/// <summary>The pages of a folder, unpacked to temporary files, so that no contestant's time has the unpacking in it.</summary>
internal sealed class PageFolder : IDisposable
{
    private const string Packed = ".gz";

    private readonly DirectoryInfo _temporary;

    /// <summary>Takes every page of a format, or every <paramref name="every"/>th, in ordinal order of names.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public PageFolder(string folder, PageFormat format, int every)
    {
        var files = Directory.EnumerateFiles(folder).Where(file => FormatOf(file) == format).Order(StringComparer.Ordinal).Where((_, i) => i % every == 0).ToArray();
        if (files.Length == 0)
        {
            throw new InvalidDataException($"No {(format == PageFormat.Html ? ".html" : ".txt")} file, .gz or not, in {folder}.");
        }

        _temporary = Directory.CreateTempSubdirectory("archivescrub-pages-");
        Folder = _temporary.CreateSubdirectory("pages").FullName;
        Files = Array.ConvertAll(files, Unpack);
        List = Path.Combine(_temporary.FullName, "list");
        File.WriteAllLines(List, Files);
        Format = format;
    }

    /// <summary>What the pages are.</summary>
    public PageFormat Format { get; }

    /// <summary>The folder with the pages, and nothing else.</summary>
    public string Folder { get; }

    /// <summary>The pages' paths.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>A file with the pages' paths, a line each.</summary>
    public string List { get; }

    /// <summary>Whether a folder has a page of a format.</summary>
    public static bool Has(string folder, PageFormat format) => Directory.EnumerateFiles(folder).Any(file => FormatOf(file) == format);

    /// <inheritdoc/>
    public void Dispose() => _temporary.Delete(recursive: true);

    private static PageFormat? FormatOf(string file) =>
        Path.GetExtension(file.EndsWith(Packed, StringComparison.OrdinalIgnoreCase) ? file[..^Packed.Length] : file).ToUpperInvariant() switch
        {
            ".HTML" or ".HTM" => PageFormat.Html,
            ".TXT" => PageFormat.Text,
            _ => null,
        };

    private string Unpack(string file)
    {
        var isPacked = file.EndsWith(Packed, StringComparison.OrdinalIgnoreCase);
        var unpacked = Path.Combine(Folder, isPacked ? Path.GetFileNameWithoutExtension(file) : Path.GetFileName(file));
        using var from = File.OpenRead(file);
        using Stream content = isPacked ? new GZipStream(from, CompressionMode.Decompress) : from;
        using var to = File.Create(unpacked);
        content.CopyTo(to);
        return unpacked;
    }
}
