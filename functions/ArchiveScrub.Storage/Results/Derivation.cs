using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace ArchiveScrub.Storage;

/// <summary>
/// Derives results from their captures again, and compares: level 2 of the verification. Another tool that gave a second
/// opinion is not asked again; see <see cref="PageVerification.UnaskedOpinion"/>.
/// </summary>
/// <param name="captures">Where the captures are: the folder that was scrubbed, or the one above it.</param>
/// <param name="profiles">The site profiles that captures were scrubbed with, where they were.</param>
public sealed class Derivation(ICaptureStore captures, SiteProfiles? profiles = null)
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
                return PageVerification.Wrong(stored.Name, IsAnother(manifest.Capture, page.Capture.Sha256));
            }

            var (scrubber, reason) = ScrubberOf(manifest.Tool);
            return scrubber is null ? PageVerification.NotDerivable(stored.Name, reason!) : Compare(stored, scrubber.Scrub(page, cancellationToken));
        }
        catch (CaptureException e)
        {
            return PageVerification.Wrong(stored.Name, $"The capture cannot be read: {e.Message}");
        }
    }

    /// <summary>Derives the pages of a capture that holds many records, in one pass over it.</summary>
    /// <param name="name">Name of the results.</param>
    /// <param name="summary">Their summary.</param>
    /// <param name="pages">What is stored, in the order of the capture.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async IAsyncEnumerable<PageVerification> VerifyAsync(string name, CaptureSummary summary, IAsyncEnumerable<StoredPage> pages, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(pages);
        var capture = await FindAsync(summary.Capture, cancellationToken);
        var (scrubber, reason) = ScrubberOf(summary.Tool);
        var options = ReadingOptions.Parse(summary.Options);
        reason = capture is null ? $"The capture {summary.Capture.Name} is not there."
            : options is null ? $"It was read with options that this version does not know: {string.Join(", ", summary.Options)}."
            : reason;
        if (reason is not null)
        {
            await foreach (var page in pages.WithCancellation(cancellationToken))
            {
                yield return page.Verify() is { Count: > 0 } problems ? PageVerification.Wrong(page.Name, problems) : PageVerification.NotDerivable(page.Name, reason);
            }

            yield break;
        }

        await using var stream = await captures.OpenReadAsync(capture!, cancellationToken);
        var description = new CaptureDescription(summary.Capture.Store, summary.Capture.Name, summary.Capture.ETag, summary.Capture.MediaType);
        var (opened, problem) = await OpenAsync(new CaptureReader(options: options), stream, description, cancellationToken);
        if (opened?.Identity.Sha256 != summary.Capture.Sha256)
        {
            yield return PageVerification.Wrong(name, problem ?? IsAnother(summary.Capture, opened!.Identity.Sha256));
            yield break;
        }

        await using var derived = DeriveAsync(opened, scrubber!, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await foreach (var page in pages.WithCancellation(cancellationToken))
        {
            var hasNext = await derived.MoveNextAsync();
            yield return page.Verify() is { Count: > 0 } problems ? PageVerification.Wrong(page.Name, problems)
                : hasNext ? Compare(page, derived.Current)
                : PageVerification.Wrong(page.Name, "The capture gives no such page.");
        }

        if (await derived.MoveNextAsync())
        {
            yield return PageVerification.Wrong(name, $"The capture gives more pages than are stored; the next is {derived.Current.Manifest.Page.TargetUri}.");
        }
    }

    private static async Task<(OpenCapture? Capture, string? Problem)> OpenAsync(CaptureReader reader, Stream stream, CaptureDescription description, CancellationToken cancellationToken)
    {
        try
        {
            return (await reader.OpenAsync(stream, description, cancellationToken), null);
        }
        catch (CaptureException e)
        {
            return (null, $"The capture cannot be read: {e.Message}");
        }
    }

    /// <summary>Scrubs the pages of a capture; what cannot be scrubbed had no result then either.</summary>
    private static async IAsyncEnumerable<ScrubResult> DeriveAsync(OpenCapture capture, Scrubber scrubber, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var entry in capture.ReadAsync(cancellationToken: cancellationToken))
        {
            if (entry is PageEntry { Page: var page } && TryScrub(page, scrubber, cancellationToken) is { } result)
            {
                yield return result;
            }
        }
    }

    private static ScrubResult? TryScrub(Page page, Scrubber scrubber, CancellationToken cancellationToken)
    {
        try
        {
            return scrubber.Scrub(page, cancellationToken);
        }
        catch (CaptureException)
        {
            return null;
        }
    }

    private static PageVerification Compare(StoredPage stored, ScrubResult derived) =>
        DerivationVerifier.FirstDifference(stored.Manifest.Span, stored.CleanText!.Value.Span, derived.Manifest, derived.CleanText) is { } difference
            ? PageVerification.Wrong(stored.Name, $"Scrubbed again, it comes out otherwise: {difference}.")
            : PageVerification.Verified(stored.Name) with { UnaskedOpinion = ManifestJson.Deserialize(stored.Manifest.Span).Quality.SecondOpinion?.Tool };

    /// <summary>The scrubber that made something, or why it is not to be had.</summary>
    private (Scrubber? Scrubber, string? Reason) ScrubberOf(ManifestTool tool)
    {
        if (OptionsOf(tool) is not { } options)
        {
            return (null, $"It was made with options that this version does not know: {string.Join(", ", tool.Options)}.");
        }

        if (tool.Profile is { } profile)
        {
            if (profiles?.Digest != profile)
            {
                return (null, $"It was made with the site profiles {profile}, which are not at hand.");
            }

            options = options with { Profiles = profiles };
        }

        var scrubber = _scrubbers.GetOrAdd((options.Text, tool.Profile), static (_, o) => new Scrubber(o), options);
        return scrubber.Tool.IsSameAs(tool with { Options = OwnOptions(tool) })
            ? (scrubber, null)
            : (null, $"The capture is the one that was scrubbed, but by another version: {tool.Name} {tool.Version}, rules {tool.RuleSet}.");
    }

    private static string IsAnother(ManifestCapture capture, string sha256) =>
        $"The capture {capture.Name} is not the one that was scrubbed: its SHA-256 is {sha256}, the manifest says {capture.Sha256}.";

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
        return await new CaptureReader().ReadAsync(stream, description, cancellationToken).SingleAsync(cancellationToken);
    }

    private async Task<CaptureInfo?> FindAsync(ManifestCapture capture, CancellationToken cancellationToken) =>
        await captures.FindAsync(capture.Name, cancellationToken)
        ?? (capture.Store is { } store ? await captures.FindAsync($"{store}/{capture.Name}", cancellationToken) : null);

    /// <summary>The options without the one that another tool was asked.</summary>
    private static string[] OwnOptions(ManifestTool tool) => [.. tool.Options.Where(static option => !option.StartsWith(ManifestSecondOpinion.Option, StringComparison.Ordinal))];

    private static ScrubOptions? OptionsOf(ManifestTool tool) => OwnOptions(tool) switch
    {
        [] => new ScrubOptions(),
        ["text=body"] => new ScrubOptions { Text = TextScope.Body },
        _ => null,
    };
}
