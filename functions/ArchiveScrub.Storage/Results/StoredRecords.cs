using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace ArchiveScrub.Storage;

/// <summary>The results of a capture that holds many records, as they are stored.</summary>
/// <param name="store">Where they are.</param>
/// <param name="name">Their common name.</param>
internal sealed class StoredRecords(ICaptureStore store, string name)
{
    /// <summary>The summary; null where it cannot be read, with the reason.</summary>
    public async Task<(CaptureSummary? Summary, string? Problem)> ReadSummaryAsync(CancellationToken cancellationToken)
    {
        var json = await ResultReader.FindAndReadAsync(store, name + ResultForm.Summary.Suffix, cancellationToken);
        if (json is null)
        {
            return (null, "The summary is missing.");
        }

        try
        {
            var summary = CaptureSummary.Parse(json);
            return summary.ToJson().AsSpan().SequenceEqual(json) || summary.SchemaVersion != CaptureSummary.CurrentSchemaVersion
                ? (summary, null)
                : (null, "The summary is not canonical JSON.");
        }
        catch (JsonException e)
        {
            return (null, $"The summary cannot be read: {e.Message}");
        }
    }

    /// <summary>What is wrong with the files as a whole, first things first: each must be the one that the summary names.</summary>
    public async Task<IReadOnlyList<string>> VerifyFilesAsync(CancellationToken cancellationToken)
    {
        var (summary, problem) = await ReadSummaryAsync(cancellationToken);
        if (summary is null)
        {
            return [problem!];
        }

        var problems = new List<string>();
        foreach (var (suffix, output) in summary.Outputs)
        {
            if (await store.FindAsync(name + suffix, cancellationToken) is not { } file)
            {
                problems.Add($"{name + suffix} is missing.");
                continue;
            }

            await using var stream = await store.OpenReadAsync(file, cancellationToken);
            if (file.Size != output.Bytes || Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken)) != output.Sha256)
            {
                problems.Add($"{name + suffix} is not what the summary says.");
            }
        }

        return problems;
    }

    /// <summary>The pages, in the order of the capture.</summary>
    /// <exception cref="StoreException">A file is missing or damaged, or there are not as many pages as the summary says.</exception>
    public async IAsyncEnumerable<StoredPage> ReadPagesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var manifests = await OpenAsync(ResultForm.Manifests, cancellationToken)
            ?? throw new StoreException($"cannot read {name + ResultForm.Manifests.Suffix}: it is missing");
        await using var wet = await OpenAsync(ResultForm.Wet, cancellationToken);
        await using var lines = GzipLines.ReadAsync(manifests, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var texts = wet is null ? null : WetTexts.ReadAsync(wet, cancellationToken).GetAsyncEnumerator(cancellationToken);
        var count = 0L;
        while (await NextAsync(lines, ResultForm.Manifests) is { } manifest)
        {
            var page = $"{name}#{count.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
            var text = texts is null ? await ReadTextAsync(manifest, cancellationToken) : await NextAsync(texts, ResultForm.Wet);
            count++;
            yield return new StoredPage(page, manifest, text is null ? default(ReadOnlyMemory<byte>?) : text);
        }

        if (texts is not null && await NextAsync(texts, ResultForm.Wet) is not null)
        {
            throw new StoreException($"{name + ResultForm.Wet.Suffix} holds more texts than there are manifests");
        }

        if (await ReadSummaryAsync(cancellationToken) is { Summary.Pages.Scrubbed: var scrubbed } && scrubbed != count)
        {
            throw new StoreException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name + ResultForm.Manifests.Suffix} holds {count} manifests, and the summary says {scrubbed}"));
        }
    }

    /// <summary>The records that could not be read or scrubbed.</summary>
    /// <exception cref="StoreException">The file is damaged.</exception>
    public async IAsyncEnumerable<RecordReport> ReadFailuresAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var records = await OpenAsync(ResultForm.Records, cancellationToken);
        if (records is null)
        {
            yield break;
        }

        await using var lines = GzipLines.ReadAsync(records, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(lines, ResultForm.Records) is { } line)
        {
            if (TryParse(line) is { Outcome: "failed" } report)
            {
                yield return report;
            }
        }
    }

    private async Task<Stream?> OpenAsync(ResultForm form, CancellationToken cancellationToken) =>
        await store.FindAsync(name + form.Suffix, cancellationToken) is { } file ? await store.OpenReadAsync(file, cancellationToken) : null;

    private async Task<byte[]?> NextAsync(IAsyncEnumerator<byte[]> items, ResultForm form)
    {
        try
        {
            return await items.MoveNextAsync() ? items.Current : null;
        }
        catch (InvalidDataException e)
        {
            throw new StoreException($"{name + form.Suffix} is damaged: {e.Message}", e);
        }
    }

    /// <summary>The text of a page that has a file of its own.</summary>
    private async Task<byte[]?> ReadTextAsync(byte[] manifest, CancellationToken cancellationToken)
    {
        try
        {
            return ManifestJson.Deserialize(manifest).Page.Record is { } record
                ? await ResultReader.FindAndReadAsync(store, ResultNames.OfStoredPage(name, record.Path, PageTexts.Key(record.Offset, record.OffsetInMember ?? 0)), cancellationToken)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static RecordReport? TryParse(byte[] line)
    {
        try
        {
            return RecordReport.Parse(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
