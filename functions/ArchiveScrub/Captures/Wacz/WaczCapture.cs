using System.Runtime.CompilerServices;
using ArchiveScrub.Captures.Warc;
using ArchiveScrub.Captures.Zip;

namespace ArchiveScrub.Captures.Wacz;

/// <summary>
/// Reads WACZ files (Web Archive Collection Zipped, 1.1.1): the WARCs under <c>archive/</c>, each checked against
/// <c>datapackage.json</c> before a page of it is given, and what the lists under <c>pages/</c> say of their pages.
/// </summary>
internal sealed class WaczCapture
{
    private const string ArchiveFolder = "archive/";
    private const string PagesFolder = "pages/";

    private readonly CaptureSource _source;
    private readonly ZipContainer _container;
    private readonly WaczPackage _package;
    private readonly PageList _pages = new();

    private WaczCapture(CaptureSource source, ZipContainer container, WaczPackage package)
    {
        _source = source;
        _container = container;
        _package = package;
    }

    /// <summary>Whether an archive is a WACZ: it holds WARCs where one has them, or says what it is.</summary>
    public static bool IsWacz(ZipDirectory directory) =>
        directory.Entries.Any(IsWarc)
        || (directory.Find(WaczPackageReader.PackageName) is not null && directory.Entries.Any(IsPageList));

    /// <summary>Reads the files of a slice; the package and the lists of pages are read for each.</summary>
    public static async IAsyncEnumerable<CaptureEntry> ReadAsync(CaptureSource source, ZipContainer container, ZipSlice slice, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var package = await new WaczPackageReader(container).ReadAsync(cancellationToken);
        await foreach (var entry in new WaczCapture(source, container, package).ReadEntriesAsync(slice, cancellationToken))
        {
            yield return entry;
        }
    }

    private static bool IsWarc(ZipEntry file) =>
        file.Kind == ZipEntryKind.File
        && file.Name.StartsWith(ArchiveFolder, StringComparison.Ordinal)
        && (EndsWith(file, ".warc") || EndsWith(file, ".warc.gz") || EndsWith(file, ".arc") || EndsWith(file, ".arc.gz"));

    private static bool IsPageList(ZipEntry file) =>
        file.Kind == ZipEntryKind.File && file.Name.StartsWith(PagesFolder, StringComparison.Ordinal) && EndsWith(file, ".jsonl");

    private static bool EndsWith(ZipEntry file, string extension) => file.Name.EndsWith(extension, StringComparison.OrdinalIgnoreCase);

    private async IAsyncEnumerable<CaptureEntry> ReadEntriesAsync(ZipSlice slice, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var warning in slice.IsFirst ? _package.Warnings : [])
        {
            yield return new WarningEntry(warning);
        }

        // The lists stand behind the WARCs, and are needed for their pages.
        var lists = new Dictionary<string, CaptureEntry>(StringComparer.Ordinal);
        foreach (var list in _container.Contents.Entries.Where(IsPageList))
        {
            lists[list.Name] = await ReadListAsync(list, cancellationToken);
        }

        foreach (var file in _container.Contents.Entries.Where(slice.Holds))
        {
            if (IsWarc(file))
            {
                await foreach (var entry in ZipSlice.BeginAsync(file, ReadWarcAsync(file, cancellationToken), cancellationToken))
                {
                    yield return entry;
                }
            }
            else if (file.Kind != ZipEntryKind.Folder)
            {
                yield return (lists.GetValueOrDefault(file.Name) ?? Skip(file)) with { StartsAt = file.HeaderOffset };
            }
        }

        foreach (var path in slice.IsLast ? _package.Resources.Keys : [])
        {
            if (path.StartsWith(ArchiveFolder, StringComparison.Ordinal) && _container.Contents.Find(path) is null)
            {
                yield return new FailedEntry(new CaptureException(
                    CaptureErrorCodes.ContainerDamaged,
                    $"{WaczPackageReader.PackageName} lists the file, and the archive does not hold it",
                    _source.Description.Name,
                    path,
                    _container.Contents.Find(WaczPackageReader.PackageName)?.HeaderOffset));
            }
        }
    }

    private async IAsyncEnumerable<CaptureEntry> ReadWarcAsync(ZipEntry file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var capture = new ContainedCapture(_source, _container, file) { CheckAsync = async (stream, cancel) => await CheckAsync(file, stream, cancel) };
        await foreach (var entry in capture.ReadAsync(static (warc, cancel) => WarcCapture.ReadAsync(warc, null, cancel), cancellationToken))
        {
            yield return entry is PageEntry { Page: var page } && _pages.Find(page.TargetUri, page.CapturedAt) is { } listed ? WithListed(page, listed) : entry;
        }
    }

    private static PageEntry WithListed(Page page, ListedPage listed)
    {
        var place = page.Record!.Container!;
        var checks = place.Wacz ?? new WaczChecks { File = Integrity.Unchecked, Package = Integrity.Absent, Signature = Integrity.Absent };
        var record = page.Record with { Container = place with { Wacz = checks with { PageId = listed.Id, PageTitle = listed.Title } } };
        return new PageEntry(page with { Record = record }) { Record = record };
    }

    private static SkippedEntry Skip(ZipEntry file) => new(SkipReasons.NotPage) { Record = ZipRecord.Of(file) };

    /// <summary>Reads a list of pages, if it is the one that is listed; the entry of its file.</summary>
    private async ValueTask<CaptureEntry> ReadListAsync(ZipEntry file, CancellationToken cancellationToken)
    {
        try
        {
            await using (var whole = await _container.OpenAsync(file, cancellationToken))
            {
                if ((await CheckAsync(file, whole, cancellationToken)).File == Integrity.Mismatch)
                {
                    throw ContainedCapture.NotAsListed.ToException(_source.Description.Name, file);
                }
            }

            await using var stream = await _container.OpenAsync(file, cancellationToken);
            var isWhole = await new PageListReader(_pages).ReadAsync(stream, cancellationToken);
            return isWhole ? Skip(file) : new SkippedEntry(SkipReasons.NotPage, "a list of pages longer than the limit, used in part") { Record = ZipRecord.Of(file) };
        }
        catch (CaptureException e)
        {
            return new FailedEntry(e) { Record = ZipRecord.Of(file) };
        }
    }

    /// <summary>Reads a file to its end and checks it against what is listed.</summary>
    private async ValueTask<WaczChecks> CheckAsync(ZipEntry file, ZipEntryStream stream, CancellationToken cancellationToken)
    {
        var listed = _package.Resources.GetValueOrDefault(file.Name) ?? new WaczResource(null, null);
        using var declared = DeclaredDigest.Parse(listed.Hash);
        await stream.DrainAsync(declared?.Hash, cancellationToken);
        var digest = declared?.Check();
        return new WaczChecks
        {
            Version = _package.Version,
            Hash = digest,
            File = listed.Bytes is { } bytes && bytes != file.Size ? Integrity.Mismatch : WaczPackage.IntegrityOf(digest),
            Package = _package.Package,
            Signature = _package.Signature,
        };
    }
}
