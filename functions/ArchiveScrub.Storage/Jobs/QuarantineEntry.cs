using System.Text.Json;

namespace ArchiveScrub.Storage;

/// <summary>The place of a capture's quarantine record.</summary>
internal sealed class QuarantineEntry(IResultStore store, string name)
{
    private readonly string _name = ResultNames.Of(name, ResultForm.Error);

    /// <summary>
    /// The record, where it says that these very bytes cannot be scrubbed by this tool. What the tool itself is to blame
    /// for, or a store, is tried again.
    /// </summary>
    public async Task<QuarantineRecord?> FindAsync(CaptureIdentity capture, ManifestTool tool, CancellationToken cancellationToken) =>
        await store.ReadAsync(_name, cancellationToken) is { } json
        && TryRead(json) is { } record
        && record.Capture.Sha256 == capture.Sha256
        && record.Capture.MediaType == capture.MediaType
        && record.Tool.IsSameAs(tool)
        && record.Error.Code is not (CaptureErrorCodes.InternalError or CaptureErrorCodes.GivenUp)
            ? record
            : null;

    /// <summary>Writes the record where there is none.</summary>
    public Task<bool> TryCreateAsync(QuarantineRecord record, CancellationToken cancellationToken) =>
        store.TryCreateAsync(_name, Content(record), cancellationToken);

    /// <summary>Writes the record, in place of an earlier one.</summary>
    public Task WriteAsync(QuarantineRecord record, CancellationToken cancellationToken) =>
        store.WriteAsync(_name, Content(record), cancellationToken);

    /// <summary>Deletes the record, where there is one.</summary>
    public Task DeleteAsync(CancellationToken cancellationToken) => store.DeleteAsync(_name, cancellationToken);

    private static ResultContent Content(QuarantineRecord record) =>
        ResultContent.FromBytes(ResultForm.Error.MediaType, QuarantineJson.Serialize(record)) with { Labels = QuarantineLabels.Of(record) };

    private static QuarantineRecord? TryRead(byte[] json)
    {
        try
        {
            return QuarantineJson.Deserialize(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
