using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ArchiveScrub.Storage;

/// <summary>
/// The results of a capture with one page: clean text and manifest. The manifest is the commit: it is taken away before
/// the clean text is touched and created after it, so that it never stands beside a text that is not its own.
/// </summary>
internal sealed class PageResults(IResultStore store, string name)
{
    private readonly string _cleanText = ResultNames.Of(name, ResultForm.CleanText);
    private readonly string _manifest = ResultNames.Of(name, ResultForm.Manifest);

    /// <summary>Whether the results are there, made of this page by this tool, and whole.</summary>
    public async Task<bool> AreOfAsync(Page page, ManifestTool tool, CancellationToken cancellationToken)
    {
        if (await store.ReadAsync(_manifest, cancellationToken) is not { } json || TryRead(json) is not { } manifest)
        {
            return false;
        }

        var isCurrent = manifest.Capture.Sha256 == page.Capture.Sha256
            && manifest.Page.Format == page.Format
            && manifest.Page.TargetUri == page.TargetUri
            && manifest.Page.CapturedAt == page.CapturedAt
            && manifest.Tool.IsSameAs(tool);
        return isCurrent
            && await store.ReadAsync(_cleanText, cancellationToken) is { } text
            && Convert.ToHexStringLower(SHA256.HashData(text)) == manifest.Result.Clean.Sha256;
    }

    /// <summary>Writes the results; false where another worker committed results of this name meanwhile.</summary>
    public async Task<bool> TryCommitAsync(string cleanText, Manifest manifest, CancellationToken cancellationToken)
    {
        var labels = PageLabels.Of(manifest);
        var metadata = labels with { Tags = ResultLabels.None.Tags }; // Tags cost by the month, and what is found by them should be committed.
        await store.DeleteAsync(_manifest, cancellationToken);
        await new ResultSet(store, name).KeepOnlyAsync(ResultSet.OfPage, cancellationToken);
        await store.WriteAsync(_cleanText, ResultContent.FromBytes(ResultForm.CleanText.MediaType, Encoding.UTF8.GetBytes(cleanText)) with { Labels = metadata }, cancellationToken);
        return await store.TryCreateAsync(_manifest, ResultContent.FromBytes(ResultForm.Manifest.MediaType, ManifestJson.Serialize(manifest)) with { Labels = labels }, cancellationToken);
    }

    private static Manifest? TryRead(byte[] json)
    {
        try
        {
            return ManifestJson.Deserialize(json);
        }
        catch (JsonException)
        {
            // Not of this version, or not ours: it commits nothing.
            return null;
        }
    }
}
