using System.Collections.Concurrent;

namespace ArchiveScrub.Storage;

/// <summary>Derives results from their captures again, and compares: level 2 of the verification.</summary>
/// <param name="captures">Where the captures are: the folder that was scrubbed, or the one above it.</param>
/// <param name="reader">Reads captures.</param>
/// <param name="profiles">The site profiles that captures were scrubbed with, where they were.</param>
public sealed class Derivation(ICaptureStore captures, CaptureReader reader, SiteProfiles? profiles = null)
{
    private readonly ConcurrentDictionary<(TextScope, string?), Scrubber> _scrubbers = new();

    /// <summary>Derives a page, and compares it with what is stored. The stored results agree with each other already.</summary>
    public async Task<PageVerification> VerifyAsync(StoredPage stored, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var manifest = ManifestJson.Deserialize(stored.Manifest.Span);
        if (await FindAsync(manifest.Capture, cancellationToken) is not { } capture)
        {
            return PageVerification.NotDerivable(stored.Name, $"The capture {manifest.Capture.Name} is not there.");
        }

        try
        {
            var page = await ReadAsync(capture, manifest, cancellationToken);
            if (page.Capture.Sha256 != manifest.Capture.Sha256)
            {
                return PageVerification.Wrong(stored.Name, $"The capture {capture.Name} is not the one that was scrubbed: its SHA-256 is {page.Capture.Sha256}, the manifest says {manifest.Capture.Sha256}.");
            }

            return Compare(stored, manifest, page, cancellationToken);
        }
        catch (CaptureException e)
        {
            return PageVerification.Wrong(stored.Name, $"The capture cannot be read: {e.Message}");
        }
    }

    private PageVerification Compare(StoredPage stored, Manifest manifest, Page page, CancellationToken cancellationToken)
    {
        if (OptionsOf(manifest.Tool) is not { } options)
        {
            return PageVerification.NotDerivable(stored.Name, $"It was made with options that this version does not know: {string.Join(", ", manifest.Tool.Options)}.");
        }

        if (manifest.Tool.Profile is { } profile)
        {
            if (profiles?.Digest != profile)
            {
                return PageVerification.NotDerivable(stored.Name, $"It was made with the site profiles {profile}, which are not at hand.");
            }

            options = options with { Profiles = profiles };
        }

        var scrubber = _scrubbers.GetOrAdd((options.Text, manifest.Tool.Profile), static (_, o) => new Scrubber(o), options);
        if (!scrubber.Tool.IsSameAs(manifest.Tool))
        {
            return PageVerification.NotDerivable(stored.Name, $"The capture is the one that was scrubbed, but by another version: {manifest.Tool.Name} {manifest.Tool.Version}, rules {manifest.Tool.RuleSet}.");
        }

        var derived = scrubber.Scrub(page, cancellationToken);
        return DerivationVerifier.FirstDifference(stored.Manifest.Span, stored.CleanText!.Value.Span, derived.Manifest, derived.CleanText) is { } difference
            ? PageVerification.Wrong(stored.Name, $"Scrubbed again, it comes out otherwise: {difference}.")
            : PageVerification.Verified(stored.Name);
    }

    private async Task<Page> ReadAsync(CaptureInfo capture, Manifest manifest, CancellationToken cancellationToken)
    {
        var charset = manifest.Page.Charset;
        var description = new CaptureDescription(
            manifest.Capture.Store,
            manifest.Capture.Name,
            manifest.Capture.ETag,
            manifest.Capture.MediaType,
            manifest.Page.TargetUri,
            manifest.Page.CapturedAt,
            charset.Source == CharsetSource.Http ? charset.Name : null);
        await using var stream = await captures.OpenReadAsync(capture, cancellationToken);
        return await reader.ReadAsync(stream, description, cancellationToken).SingleAsync(cancellationToken);
    }

    private async Task<CaptureInfo?> FindAsync(ManifestCapture capture, CancellationToken cancellationToken) =>
        await captures.FindAsync(capture.Name, cancellationToken)
        ?? (capture.Store is { } store ? await captures.FindAsync($"{store}/{capture.Name}", cancellationToken) : null);

    private static ScrubOptions? OptionsOf(ManifestTool tool) => tool.Options switch
    {
        [] => new ScrubOptions(),
        ["text=body"] => new ScrubOptions { Text = TextScope.Body },
        _ => null,
    };
}
