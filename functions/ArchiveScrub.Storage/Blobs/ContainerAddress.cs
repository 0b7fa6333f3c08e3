using Azure.Core;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;

namespace ArchiveScrub.Storage;

/// <summary>
/// How users name a container: <c>https://ACCOUNT.blob.core.windows.net/CONTAINER[/PREFIX]</c>, with a shared access
/// signature or else the identity of whoever runs the program; or <c>blob:CONTAINER[/PREFIX]</c>, in the account of a
/// connection string from the environment.
/// </summary>
/// <param name="Text">As it was given, without a signature.</param>
/// <param name="Container">The container.</param>
/// <param name="Prefix">What the names of blobs begin with; empty for all.</param>
public sealed record ContainerAddress(string Text, BlobContainerClient Container, string Prefix)
{
    /// <summary>The environment variable with the connection string.</summary>
    public const string ConnectionVariable = "AZURE_STORAGE_CONNECTION_STRING";

    private const string Scheme = "blob:";

    /// <summary>Whether a text names a container, not a file.</summary>
    public static bool IsAddress(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.StartsWith(Scheme, StringComparison.Ordinal)
            || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Finds the container; nothing is asked of the service.</summary>
    /// <param name="text">The address.</param>
    /// <param name="environment">Gives environment variables.</param>
    /// <param name="credential">Gives the identity, where an address needs one.</param>
    /// <exception cref="FormatException">It is no address, or the environment lacks what it needs. The message is for people.</exception>
    public static ContainerAddress Parse(string text, Func<string, string?> environment, Func<TokenCredential> credential)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(credential);
        return text.StartsWith(Scheme, StringComparison.Ordinal)
            ? OfConnection(text, environment(ConnectionVariable))
            : OfUrl(text, credential);
    }

    /// <summary>Another container of the same account, by the same means.</summary>
    public ContainerAddress Beside(string container)
    {
        var other = Container.GetParentBlobServiceClient().GetBlobContainerClient(container);
        return new ContainerAddress(Text.StartsWith(Scheme, StringComparison.Ordinal) ? Scheme + container : other.Uri.GetLeftPart(UriPartial.Path), other, "");
    }

    /// <summary>Makes the container where there is none.</summary>
    /// <exception cref="StoreException">It cannot be made.</exception>
    public Task MakeAsync(CancellationToken cancellationToken = default) => BlobErrors.DoAsync(
        $"cannot write to {Text}",
        async () =>
        {
            // Looked for first: whoever may write into a container need not have the right to make one.
            if (!await Container.ExistsAsync(cancellationToken))
            {
                await Container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            }

            return true;
        },
        cancellationToken);

    private static ContainerAddress OfConnection(string text, string? connection)
    {
        var (container, prefix) = Split(text[Scheme.Length..]);
        if (container.Length == 0)
        {
            throw new FormatException($"{text} names no container: blob:CONTAINER");
        }

        if (string.IsNullOrEmpty(connection))
        {
            throw new FormatException($"{text} needs {ConnectionVariable} in the environment; for the emulator on its usual ports it is UseDevelopmentStorage=true");
        }

        try
        {
            return new ContainerAddress(text, new BlobContainerClient(connection, container), prefix);
        }
        catch (FormatException e)
        {
            throw new FormatException($"{ConnectionVariable} is not a connection string", e); // Its text is a secret.
        }
    }

    private static ContainerAddress OfUrl(string text, Func<TokenCredential> credential)
    {
        var query = text.IndexOf('?', StringComparison.Ordinal);
        var shown = query < 0 ? text : text[..query];
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps)
        {
            throw new FormatException($"{shown} is not the URL of a container: https://ACCOUNT.blob.core.windows.net/CONTAINER");
        }

        var builder = new BlobUriBuilder(uri);
        if (builder.BlobContainerName.Length == 0)
        {
            throw new FormatException($"{shown} names no container: https://ACCOUNT.blob.core.windows.net/CONTAINER");
        }

        var prefix = builder.BlobName;
        builder.BlobName = "";
        var container = builder.Sas is not null
            ? new BlobContainerClient(builder.ToUri())
            : new BlobContainerClient(builder.ToUri(), credential());
        return new ContainerAddress(shown, container, prefix);
    }

    private static (string Container, string Prefix) Split(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? (path, "") : (path[..slash], path[(slash + 1)..]);
    }
}
