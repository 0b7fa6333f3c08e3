using System.Runtime.CompilerServices;
using ArchiveScrub.Storage;

namespace ArchiveScrub.Cli;

/// <summary>Pages of two places side by side, by name. Both are listed in the same order, so that one of each is held at a time.</summary>
internal static class PairedPages
{
    /// <summary>Every page of either; null where the other place lacks it. Two single manifests are a pair whatever their names.</summary>
    public static async IAsyncEnumerable<(StoredPage? Old, StoredPage? New)> OfAsync(ResultPath before, ResultPath after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var old = Entries(before).GetAsyncEnumerator(cancellationToken);
        await using var now = Entries(after).GetAsyncEnumerator(cancellationToken);
        var (hasOld, hasNew) = (await old.MoveNextAsync(), await now.MoveNextAsync());
        while (hasOld || hasNew)
        {
            var order = !hasOld ? 1 : !hasNew ? -1 : before.IsOne ? 0 : string.CompareOrdinal(old.Current.File.Name, now.Current.File.Name);
            var one = order <= 0 ? await before.Reader.ReadPagesAsync(old.Current, cancellationToken).ToListAsync(cancellationToken) : [];
            var other = order >= 0 ? await after.Reader.ReadPagesAsync(now.Current, cancellationToken).ToListAsync(cancellationToken) : [];
            for (var i = 0; i < Math.Max(one.Count, other.Count); i++)
            {
                yield return (i < one.Count ? one[i] : null, i < other.Count ? other[i] : null);
            }

            hasOld = order <= 0 ? await old.MoveNextAsync() : hasOld;
            hasNew = order >= 0 ? await now.MoveNextAsync() : hasNew;
        }
    }

    private static IAsyncEnumerable<ResultEntry> Entries(ResultPath path) => path.Entries.Where(static e => e.Form is ResultEntryForm.Page or ResultEntryForm.Records);
}
