using System.Globalization;

namespace ArchiveScrub.Storage;

/// <summary>The clean texts of a capture's pages in files of their own.</summary>
internal sealed class PageTexts(IResultStore store, string name)
{
    /// <summary>What tells a page of a capture from others: where its record begins.</summary>
    public static string Key(long offset, long offsetInMember) =>
        string.Create(CultureInfo.InvariantCulture, $"{offset:D12}{(offsetInMember > 0 ? $"-{offsetInMember}" : "")}");

    /// <summary>Writes the text of a page.</summary>
    public Task WriteAsync(RecordInfo record, byte[] text, CancellationToken cancellationToken) => store.WriteAsync(
        ResultNames.OfPage(name, record.Path, Key(record.Offset, record.OffsetInMember)),
        ResultContent.FromBytes(ResultForm.CleanText.MediaType, text),
        cancellationToken);

    /// <summary>Deletes texts of pages that the capture does not have: it was another one when they were written.</summary>
    /// <param name="pages">How many pages it has; their manifests are written already.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task PruneAsync(long pages, CancellationToken cancellationToken)
    {
        var there = await store.ListAsync(ResultNames.PagesOf(name), cancellationToken).ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
        if (there.Count <= pages)
        {
            return;
        }

        await using (var manifests = await store.OpenReadAsync(ResultNames.Of(name, ResultForm.Manifests), cancellationToken) ?? throw new StoreException($"the manifests of {name} are gone"))
        {
            await foreach (var line in GzipLines.ReadAsync(manifests, cancellationToken))
            {
                var record = ManifestJson.Deserialize(line).Page.Record!;
                there.Remove(ResultNames.OfPage(name, record.Path, Key(record.Offset, record.OffsetInMember ?? 0)));
            }
        }

        foreach (var text in there)
        {
            await store.DeleteAsync(text, cancellationToken);
        }
    }
}
