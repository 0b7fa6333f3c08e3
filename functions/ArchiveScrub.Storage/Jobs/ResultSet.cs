namespace ArchiveScrub.Storage;

/// <summary>
/// All that may stand under the name of a capture's results: those of a page, or those of many records. A capture has
/// one or the other, whatever it was before it was written again: who commits the results of one form takes those of the
/// other back first.
/// </summary>
internal sealed class ResultSet(IResultStore store, string name)
{
    /// <summary>What a capture with one page has.</summary>
    public static IReadOnlyList<ResultForm> OfPage { get; } = [ResultForm.Manifest, ResultForm.CleanText];

    /// <summary>What a capture with many records has.</summary>
    public static IReadOnlyList<ResultForm> OfRecords { get; } = [ResultForm.Summary, .. Part.Outputs];

    private static readonly IReadOnlyList<ResultForm> All = [.. OfPage, .. OfRecords];

    /// <summary>Takes all results back, first what commits them, so that at no time it vouches for what is not there.</summary>
    public Task WithdrawAsync(CancellationToken cancellationToken) => KeepOnlyAsync([], cancellationToken);

    /// <summary>Takes back the results of all other forms, first what commits them.</summary>
    public async Task KeepOnlyAsync(IReadOnlyCollection<ResultForm> forms, CancellationToken cancellationToken)
    {
        var others = All.Except(forms).ToArray();
        var hadFolders = false;
        foreach (var commit in others.Intersect(ResultForm.Commits))
        {
            hadFolders |= await DeleteAsync(commit) && commit == ResultForm.Summary;
        }

        if (hadFolders)
        {
            // Before the rest, which shows a run that goes on from here that there is something to take back.
            await DeleteFoldersAsync(cancellationToken);
        }

        var rest = others.Except(ResultForm.Commits).ToArray();
        var wereThere = await Task.WhenAll(rest.Select(DeleteAsync));
        if (!hadFolders && rest.Where((form, i) => wereThere[i] && OfRecords.Contains(form)).Any())
        {
            await DeleteFoldersAsync(cancellationToken);
        }

        Task<bool> DeleteAsync(ResultForm form) => store.DeleteAsync(ResultNames.Of(name, form), cancellationToken);
    }

    /// <summary>Deletes the parts of a run that was stopped, and pages' texts in files of their own.</summary>
    public async Task DeleteFoldersAsync(CancellationToken cancellationToken)
    {
        await DeletePartsAsync(cancellationToken);
        await DeletePageTextsAsync(cancellationToken);
    }

    /// <summary>Deletes the parts, whatever they are of.</summary>
    public Task DeletePartsAsync(CancellationToken cancellationToken) => DeleteFolderAsync(ResultNames.PartsOf(name), cancellationToken);

    /// <summary>Deletes the pages' texts in files of their own.</summary>
    public Task DeletePageTextsAsync(CancellationToken cancellationToken) => DeleteFolderAsync(ResultNames.PagesOf(name), cancellationToken);

    private async Task DeleteFolderAsync(string folder, CancellationToken cancellationToken)
    {
        await foreach (var result in store.ListAsync(folder, cancellationToken))
        {
            await store.DeleteAsync(result, cancellationToken);
        }
    }
}
