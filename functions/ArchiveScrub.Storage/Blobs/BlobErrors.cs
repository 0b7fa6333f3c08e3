using System.Net;
using Azure;
using Azure.Storage.Blobs.Models;

namespace ArchiveScrub.Storage;

/// <summary>
/// Turns what the SDK throws, after its own retries, into what stores throw. The SDK's types vary with what went wrong
/// (the service's answer, the network, the sign-in, a time-out of its own), so that anything counts as the store's
/// failure but a cancellation that was asked for.
/// </summary>
internal static class BlobErrors
{
    /// <summary>Does an operation; what goes wrong is a <see cref="StoreException"/> that says what could not be done.</summary>
    public static async Task<T> DoAsync<T>(string what, Func<Task<T>> operation, CancellationToken cancellationToken)
    {
        try
        {
            return await operation();
        }
        catch (Exception e) when (IsOfStore(e, cancellationToken))
        {
            throw Failure(what, e);
        }
    }

    /// <summary>Whether the store failed: neither a store's error already, nor what the caller asked for.</summary>
    public static bool IsOfStore(Exception e, CancellationToken cancellationToken) =>
        e is not StoreException && !(e is OperationCanceledException && cancellationToken.IsCancellationRequested);

    /// <summary>Whether the blob, or the version of it that was asked for, is not there; a container that is missing is another matter.</summary>
    public static bool IsChanged(Exception e) =>
        e is RequestFailedException { Status: (int)HttpStatusCode.PreconditionFailed } || IsMissing(e);

    /// <summary>Whether the blob is not there.</summary>
    public static bool IsMissing(Exception e) =>
        e is RequestFailedException { Status: (int)HttpStatusCode.NotFound } failed && failed.ErrorCode != BlobErrorCode.ContainerNotFound;

    /// <summary>Whether a blob is there that must not be.</summary>
    public static bool IsTaken(Exception e) =>
        e is RequestFailedException { Status: (int)HttpStatusCode.Conflict } failed && failed.ErrorCode == BlobErrorCode.BlobAlreadyExists
        || e is RequestFailedException { Status: (int)HttpStatusCode.PreconditionFailed };

    /// <summary>The error that says what could not be done.</summary>
    public static StoreException Failure(string what, Exception e) => new($"{what}: {Reason(e)}", e);

    /// <summary>The first line; the SDK's messages go on with headers.</summary>
    private static string Reason(Exception e)
    {
        var cause = e is AggregateException { InnerExceptions: [.., var last] } ? last : e;
        var message = cause is RequestFailedException { ErrorCode: { Length: > 0 } code } failed
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{code} ({failed.Status})")
            : cause.Message;
        var end = message.AsSpan().IndexOfAny('\r', '\n');
        return end < 0 ? message : message[..end];
    }
}
