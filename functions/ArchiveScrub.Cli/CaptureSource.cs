using ArchiveScrub.Storage;

namespace ArchiveScrub.Cli;

/// <summary>What one path of the command line stands for.</summary>
/// <param name="Path">The path, as given.</param>
/// <param name="Store">The folder, or the folder of the file; the container.</param>
/// <param name="File">The one capture of the store that is meant; null for all of them.</param>
/// <param name="Prefix">What is put before the names of results.</param>
/// <param name="Under">What the names of the captures that are meant begin with.</param>
internal sealed record CaptureSource(string Path, ICaptureStore Store, string? File = null, string Prefix = "", string Under = "")
{
    /// <summary>The captures, with the names of their results.</summary>
    public async IAsyncEnumerable<Delivery> DeliverAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (File is not null)
        {
            var capture = await Store.FindAsync(File, cancellationToken) ?? new CaptureInfo(File, 0);
            yield return new Delivery(Store, capture, Prefix + File);
            yield break;
        }

        await foreach (var capture in Store.ListAsync(Under, cancellationToken))
        {
            yield return new Delivery(Store, capture, Prefix + capture.Name);
        }
    }
}
