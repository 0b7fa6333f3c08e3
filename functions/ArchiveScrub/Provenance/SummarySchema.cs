namespace ArchiveScrub;

/// <summary>The JSON Schema (draft 2020-12) of the summaries that this version writes.</summary>
public static class SummarySchema
{
    /// <summary>Its <c>$id</c>: a name, nothing to fetch.</summary>
    public const string Id = "urn:archivescrub:schema:summary-1";

    /// <summary>Its text.</summary>
    public static string Text { get; } = Load();

    private static string Load()
    {
        using var stream = typeof(SummarySchema).Assembly.GetManifestResourceStream("ArchiveScrub.summary-1.schema.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
