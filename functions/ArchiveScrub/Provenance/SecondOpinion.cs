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

    /// <summary>
    /// The manifest as it would be had another tool said of the page what it said when another manifest was made; the same
    /// where none was asked. What depends on its answer is thus taken as it is recorded, and all the rest is our own.
    /// </summary>
    public static Manifest TakeOver(Manifest manifest, Manifest recorded)
    {
        if (!Array.Exists([.. recorded.Tool.Options], static option => option.StartsWith(ManifestSecondOpinion.Option, StringComparison.Ordinal)))
        {
            return manifest;
        }

        var flags = new SortedSet<string>(manifest.Quality.Flags, StringComparer.Ordinal);
        flags.UnionWith(recorded.Quality.Flags.Where(static flag => flag == Flag));
        var options = manifest.Tool.Options.Concat(recorded.Tool.Options.Where(static option => option.StartsWith(ManifestSecondOpinion.Option, StringComparison.Ordinal)));
        manifest = manifest with
        {
            Quality = manifest.Quality with { Flags = [.. flags], SecondOpinion = recorded.Quality.SecondOpinion },
            Tool = manifest.Tool with { Options = [.. options.Distinct().Order(StringComparer.Ordinal)] },
        };
        return manifest with { Digest = ManifestJson.ComputeDigest(manifest) };
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
