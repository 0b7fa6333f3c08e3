namespace ArchiveScrub.Provenance;

/// <summary>Puts another tool's agreement into a manifest.</summary>
internal static class SecondOpinion
{
    /// <summary>The flag of pages on which the two disagree.</summary>
    public const string Flag = "second-opinion-differs";

    /// <summary>The manifest with the agreement, and with the flag where that is weak; its digest is to be computed anew.</summary>
    public static Manifest Add(Manifest manifest, ISecondOpinion opinion, string html, string cleanText, CancellationToken cancellationToken)
    {
        var text = Ask(opinion, html, manifest.Page.TargetUri, cancellationToken);
        var (f1, words) = Agreement.Of(cleanText, text ?? "");
        var flags = new SortedSet<string>(manifest.Quality.Flags, StringComparer.Ordinal);
        if (f1 < Agreement.Weak && words >= Agreement.FewWords)
        {
            flags.Add(Flag);
        }

        return manifest with
        {
            Quality = manifest.Quality with
            {
                Flags = [.. flags],
                SecondOpinion = new ManifestSecondOpinion { Agreement = ManifestBuilder.Round(f1), Tool = opinion.Tool },
            },
        };
    }

    private static string? Ask(ISecondOpinion opinion, string html, string? targetUri, CancellationToken cancellationToken)
    {
        try
        {
            return opinion.FindText(html, targetUri, cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The other tool's failure is no reason to lose our result; no article is what it found.
            return null;
        }
    }
}
