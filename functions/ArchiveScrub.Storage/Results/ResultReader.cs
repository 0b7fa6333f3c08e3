using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ArchiveScrub.Storage;

/// <summary>
/// Reads results back: the one place that knows in which files manifests and clean texts stand. Any store that lists and
/// opens files will do, be it a folder or a container.
/// </summary>
public sealed class ResultReader(ICaptureStore store)
{
    /// <summary>Opens what a user named: a folder of results, or one file of them.</summary>
    /// <param name="path">The folder or the file.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The reader, and the one entry that is meant; null for all of the folder.</returns>
    /// <exception cref="StoreException">There is nothing there, or it is no result.</exception>
    public static async Task<(ResultReader Reader, ResultEntry? Entry)> OpenPathAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (Directory.Exists(path))
        {
            return (new ResultReader(new FolderCaptureStore(path, name: null)), null);
        }

        var full = Path.GetFullPath(path);
        var store = new FolderCaptureStore(Path.GetDirectoryName(full) ?? full, name: null);
        var file = Path.GetFileName(full) is { Length: > 0 } name ? await store.FindAsync(name, cancellationToken) : null;
        if (file is null)
        {
            throw new StoreException($"there is no file or folder {path}");
        }

        // Whichever file of a capture with many records is named, its summary is the one that counts.
        foreach (var form in new[] { ResultForm.Manifests, ResultForm.Wet, ResultForm.Records })
        {
            if (file.Name.EndsWith(form.Suffix, StringComparison.Ordinal))
            {
                file = await store.FindAsync(file.Name[..^form.Suffix.Length] + ResultForm.Summary.Suffix, cancellationToken)
                    ?? throw new StoreException($"there is no summary beside {path}: the scrub did not come to its end");
            }
        }

        return EntryOf(file) is { Form: not ResultEntryForm.Uncommitted } entry
            ? (new ResultReader(store), entry)
            : throw new StoreException($"{path} is no manifest: name NAME{ResultForm.Manifest.Suffix}, NAME{ResultForm.Summary.Suffix}, or a folder of results");
    }

    /// <summary>Lists what there is, in the order of the names of the files.</summary>
    public async IAsyncEnumerable<ResultEntry> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // A clean text is listed before its manifest, and manifests before their summary, with few names between the two.
        var texts = new SortedDictionary<string, ResultEntry>(StringComparer.Ordinal);
        await foreach (var file in store.ListAsync("", cancellationToken))
        {
            if (EntryOf(file) is not { } entry)
            {
                continue;
            }

            if (entry.Form == ResultEntryForm.Uncommitted)
            {
                texts[entry.Name] = entry;
                continue;
            }

            texts.Remove(entry.Name);

            yield return entry;
        }

        foreach (var text in texts.Values)
        {
            yield return text;
        }
    }

    /// <summary>The pages of an entry, in the order of the capture; none where it is no page.</summary>
    /// <exception cref="StoreException">They cannot be read.</exception>
    public async IAsyncEnumerable<StoredPage> ReadPagesAsync(ResultEntry entry, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Form == ResultEntryForm.Page)
        {
            var manifest = await ReadAsync(entry.File, cancellationToken);
            var text = await store.FindAsync(entry.Name + ResultForm.CleanText.Suffix, cancellationToken);
            yield return new StoredPage(entry.Name, manifest, text is null ? default(ReadOnlyMemory<byte>?) : await ReadAsync(text, cancellationToken));
        }
        else if (entry.Form == ResultEntryForm.Records)
        {
            await foreach (var page in Records(entry).ReadPagesAsync(cancellationToken))
            {
                yield return page;
            }
        }
    }

    /// <summary>The records of a capture that could not be read or scrubbed; none where it is a page.</summary>
    /// <exception cref="StoreException">They cannot be read.</exception>
    public IAsyncEnumerable<RecordReport> ReadFailuresAsync(ResultEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Form == ResultEntryForm.Records ? Records(entry).ReadFailuresAsync(cancellationToken) : AsyncEnumerable.Empty<RecordReport>();
    }

    /// <summary>The results of a capture that holds many records.</summary>
    internal StoredRecords Records(ResultEntry entry) => new(store, entry.Name);

    /// <summary>The bytes of a file, or null where there is none.</summary>
    internal static async Task<byte[]?> FindAndReadAsync(ICaptureStore store, string name, CancellationToken cancellationToken) =>
        await store.FindAsync(name, cancellationToken) is { } file ? await new ResultReader(store).ReadAsync(file, cancellationToken) : null;

    /// <summary>The record of a capture in quarantine.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public async Task<QuarantineRecord> ReadRecordAsync(ResultEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        try
        {
            return QuarantineJson.Deserialize((await ReadAsync(entry.File, cancellationToken)).AsSpan());
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{entry.File.Name}: the record cannot be read: {e.Message}", e);
        }
    }

    private static ResultEntry? EntryOf(CaptureInfo file) =>
        Named(file, ResultForm.Manifest, ResultEntryForm.Page)
        ?? Named(file, ResultForm.Summary, ResultEntryForm.Records)
        ?? Named(file, ResultForm.Error, ResultEntryForm.Quarantined)
        ?? Named(file, ResultForm.Manifests, ResultEntryForm.Uncommitted)
        ?? (ResultNames.IsPageText(file.Name) ? null : Named(file, ResultForm.CleanText, ResultEntryForm.Uncommitted));

    private static ResultEntry? Named(CaptureInfo file, ResultForm form, ResultEntryForm entry) =>
        file.Name.EndsWith(form.Suffix, StringComparison.Ordinal) ? new ResultEntry(entry, file.Name[..^form.Suffix.Length], file) : null;

    private async Task<byte[]> ReadAsync(CaptureInfo file, CancellationToken cancellationToken)
    {
        await using var stream = await store.OpenReadAsync(file, cancellationToken);
        using var memory = new MemoryStream((int)Math.Min(file.Size, int.MaxValue));
        await stream.CopyToAsync(memory, cancellationToken);
        return memory.ToArray();
    }
}
