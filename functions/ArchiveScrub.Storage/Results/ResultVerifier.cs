using System.Runtime.CompilerServices;

namespace ArchiveScrub.Storage;

/// <summary>
/// Checks stored results. Level 1: manifest and clean text against each other. Level 2, where there are captures: the
/// capture is scrubbed again, and everything must come out the same, byte for byte. Nothing is written.
/// </summary>
/// <param name="results">Where the results are.</param>
/// <param name="derivation">Scrubs captures again; null for level 1 alone.</param>
public sealed class ResultVerifier(ResultReader results, Derivation? derivation = null)
{
    /// <summary>Checks the pages of an entry, in the order of the capture.</summary>
    public async IAsyncEnumerable<PageVerification> VerifyAsync(ResultEntry entry, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        switch (entry.Form)
        {
            case ResultEntryForm.Quarantined:
                yield return await VerifyRecordAsync(entry, cancellationToken);
                break;
            case ResultEntryForm.Uncommitted:
                yield return PageVerification.Wrong(entry.Name, "There is a clean text without a manifest: the scrub did not come to its end, or the manifest was lost.");
                break;
            case ResultEntryForm.Records:
                await foreach (var page in VerifyRecordsAsync(entry, cancellationToken))
                {
                    yield return page;
                }

                break;
            default:
                await foreach (var page in results.ReadPagesAsync(entry, cancellationToken))
                {
                    yield return Verify(page) ?? (derivation is null ? PageVerification.Verified(page.Name) : await derivation.VerifyAsync(page, cancellationToken));
                }

                break;
        }
    }

    /// <summary>A page that does not agree with itself is told; the others are derived in one pass over the capture.</summary>
    private async IAsyncEnumerable<PageVerification> VerifyRecordsAsync(ResultEntry entry, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var records = results.Records(entry);
        foreach (var problem in await records.VerifyFilesAsync(cancellationToken))
        {
            yield return PageVerification.Wrong(entry.Name, problem);
        }

        if (derivation is not null && await records.ReadSummaryAsync(cancellationToken) is { Summary: { } summary })
        {
            await foreach (var page in derivation.VerifyAsync(entry.Name, summary, records.ReadPagesAsync(cancellationToken), cancellationToken))
            {
                yield return page;
            }

            yield break;
        }

        await foreach (var page in records.ReadPagesAsync(cancellationToken))
        {
            yield return Verify(page) ?? PageVerification.Verified(page.Name);
        }
    }

    private static PageVerification? Verify(StoredPage page) =>
        page.Verify() is { Count: > 0 } problems ? PageVerification.Wrong(page.Name, problems) : null;

    private async Task<PageVerification> VerifyRecordAsync(ResultEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            await results.ReadRecordAsync(entry, cancellationToken);
            return PageVerification.Verified(entry.Name);
        }
        catch (InvalidDataException e)
        {
            return PageVerification.Wrong(entry.Name, e.Message);
        }
    }
}
