namespace ArchiveScrub.Cli;

/// <summary>A page that is to be shown, or why it cannot be.</summary>
internal sealed record ExplainedPage(string Name)
{
    /// <summary>The page's manifest.</summary>
    public Manifest? Manifest { get; init; }

    /// <summary>The page's clean text.</summary>
    public string? CleanText { get; init; }

    /// <summary>Why there is neither.</summary>
    public ExplainFailure? Failure { get; init; }

    /// <summary>The page's own report.</summary>
    public string ToReport() => PageReport.Write(Manifest!, CleanText!, RuleCatalog.All);
}
