using ArchiveScrub.Storage;

namespace ArchiveScrub.Cli;

/// <summary>
/// Prints clean texts as they are committed. Several are separated by a form feed on a line of its own, which no clean
/// text holds. One worker may use it at a time: texts come in the order of the captures.
/// </summary>
/// <param name="output">Standard output.</param>
/// <param name="inner">Where results go besides.</param>
internal sealed class StandardOutputStore(Stream output, IResultStore inner) : IResultStore
{
    private ReadOnlyMemory<byte>? _text;
    private bool _isFollowing;

    /// <inheritdoc/>
    public Task<Stream?> OpenReadAsync(string name, CancellationToken cancellationToken = default) =>
        inner.OpenReadAsync(name, cancellationToken);

    /// <inheritdoc/>
    public async Task WriteAsync(string name, ResultContent content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (name.EndsWith(ResultForm.CleanText.Suffix, StringComparison.Ordinal))
        {
            var memory = new MemoryStream();
            await content.WriteToAsync(memory, cancellationToken);
            var text = memory.GetBuffer().AsMemory(0, (int)memory.Length);
            if (ResultNames.IsPageText(name))
            {
                // One of many of a capture: it comes in order, and none is taken back.
                await PrintAsync(text, cancellationToken);
            }
            else
            {
                _text = text;
            }
        }

        await inner.WriteAsync(name, content, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<bool> TryCreateAsync(string name, ResultContent content, CancellationToken cancellationToken = default)
    {
        if (!await inner.TryCreateAsync(name, content, cancellationToken))
        {
            return false;
        }

        if (_text is { } text && name.EndsWith(ResultForm.Manifest.Suffix, StringComparison.Ordinal))
        {
            _text = null;
            await PrintAsync(text, cancellationToken);
        }

        return true;
    }

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(string name, CancellationToken cancellationToken = default) =>
        inner.DeleteAsync(name, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<string> ListAsync(string folder, CancellationToken cancellationToken = default) =>
        inner.ListAsync(folder, cancellationToken);

    private async Task PrintAsync(ReadOnlyMemory<byte> text, CancellationToken cancellationToken)
    {
        try
        {
            if (_isFollowing)
            {
                await output.WriteAsync("\f\n"u8.ToArray(), cancellationToken);
            }

            await output.WriteAsync(text, cancellationToken);
            await output.FlushAsync(cancellationToken);
            _isFollowing = true;
        }
        catch (IOException e)
        {
            throw new StoreException($"cannot write to standard output: {e.Message}", e);
        }
    }
}
