using System.Runtime.CompilerServices;
using ArchiveScrub.Storage;

namespace ArchiveScrub.Cli;

/// <summary>The pages that a path of <c>archivescrub explain</c> stands for: results as they are, captures scrubbed for it.</summary>
internal sealed class ExplainedPages
{
    /// <summary>What is wrong with results that do not agree.</summary>
    private const string NotVerified = "NOT_VERIFIED";

    private readonly ResultPath? _results;
    private readonly CaptureSource? _captures;

    private ExplainedPages(string title, bool isOne, ResultPath? results, CaptureSource? captures) =>
        (Title, IsOne, _results, _captures) = (title, isOne, results, captures);

    /// <summary>What the pages are, for people.</summary>
    public string Title { get; }

    /// <summary>Whether it is one manifest or capture, not a folder.</summary>
    public bool IsOne { get; }

    /// <summary>Finds out what a path is: a folder that holds results is one of results.</summary>
    /// <exception cref="UsageException">There is nothing there.</exception>
    public static async Task<ExplainedPages> OpenAsync(string path, CancellationToken cancellationToken)
    {
        var title = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        if (File.Exists(path) && !ResultNames.IsResult(path))
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
            return new ExplainedPages(title, isOne: true, null, new CaptureSource(path, new FolderCaptureStore(folder, Path.GetFileName(folder)), title));
        }

        var results = await ResultPath.OpenAsync(path, cancellationToken);
        return results.IsOne || await results.Entries.AnyAsync(cancellationToken)
            ? new ExplainedPages(title, results.IsOne, results, null)
            : new ExplainedPages(title, isOne: false, null, new CaptureSource(path, new FolderCaptureStore(path, title)));
    }

    /// <summary>How many results or captures there are.</summary>
    public async Task<int> CountAsync(CancellationToken cancellationToken) => _results is not null
        ? await _results.Entries.CountAsync(cancellationToken)
        : await _captures!.DeliverAsync(cancellationToken).CountAsync(cancellationToken);

    /// <summary>Reads them, one at a time.</summary>
    public IAsyncEnumerable<ExplainedPage> ReadAsync(CancellationToken cancellationToken) =>
        _results is not null ? ReadResultsAsync(_results, cancellationToken) : ScrubAsync(_captures!, cancellationToken);

    private static async IAsyncEnumerable<ExplainedPage> ReadResultsAsync(ResultPath results, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var entry in results.Entries.WithCancellation(cancellationToken))
        {
            if (entry.Form == ResultEntryForm.Quarantined)
            {
                yield return await ReadRecordAsync(results.Reader, entry, cancellationToken);
            }
            else if (entry.Form == ResultEntryForm.Uncommitted)
            {
                yield return Failed(entry.Name, NotVerified, "There is a clean text without a manifest.");
            }

            await foreach (var page in results.Reader.ReadPagesAsync(entry, cancellationToken))
            {
                yield return Read(page);
            }

            await foreach (var record in results.Reader.ReadFailuresAsync(entry, cancellationToken))
            {
                yield return new ExplainedPage(record.TargetUri ?? record.Record?.Id ?? entry.Name) { Failure = new ExplainFailure(record.Code, record.Detail ?? "", IsRecorded: true) };
            }
        }
    }

    private static ExplainedPage Read(StoredPage page)
    {
        try
        {
            var (manifest, cleanText) = page.Read();
            return new ExplainedPage(page.Name) { Manifest = manifest, CleanText = cleanText };
        }
        catch (InvalidDataException e)
        {
            return Failed(page.Name, NotVerified, e.Message);
        }
    }

    private static async Task<ExplainedPage> ReadRecordAsync(ResultReader reader, ResultEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            var record = await reader.ReadRecordAsync(entry, cancellationToken);
            return new ExplainedPage(record.Capture.Name) { Failure = new ExplainFailure(record.Error.Code, record.Error.Reason, IsRecorded: true) };
        }
        catch (InvalidDataException e)
        {
            return Failed(entry.Name, NotVerified, e.Message);
        }
    }

    private static async IAsyncEnumerable<ExplainedPage> ScrubAsync(CaptureSource captures, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (reader, scrubber) = (new CaptureReader(), new Scrubber());
        await foreach (var delivery in captures.DeliverAsync(cancellationToken))
        {
            var name = delivery.Capture.Name;
            await using var stream = await delivery.From.OpenReadAsync(delivery.Capture, cancellationToken);
            var description = new CaptureDescription(delivery.From.Name, name, delivery.Capture.ETag, delivery.Capture.MediaType);
            await using var pages = reader.ReadAsync(stream, description, cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (await NextAsync(pages, name) is { } page)
            {
                yield return page.Failure is null ? Scrub(pages.Current, scrubber, page.Name, cancellationToken) : page;
                if (page.Failure is not null)
                {
                    break;
                }
            }
        }
    }

    /// <summary>The next page of a capture, not scrubbed yet; null at its end.</summary>
    private static async Task<ExplainedPage?> NextAsync(IAsyncEnumerator<Page> pages, string capture)
    {
        try
        {
            return await pages.MoveNextAsync() ? new ExplainedPage(pages.Current.Record?.TargetUri ?? capture) : null;
        }
        catch (CaptureException e)
        {
            return Failed(capture, e.Code, e.Reason);
        }
    }

    private static ExplainedPage Scrub(Page page, Scrubber scrubber, string name, CancellationToken cancellationToken)
    {
        try
        {
            var result = scrubber.Scrub(page, cancellationToken);
            return new ExplainedPage(name) { Manifest = result.Manifest, CleanText = result.CleanText };
        }
        catch (CaptureException e)
        {
            return Failed(name, e.Code, e.Reason);
        }
    }

    private static ExplainedPage Failed(string name, string code, string reason) =>
        new(name) { Failure = new ExplainFailure(code, reason, IsRecorded: false) };
}
