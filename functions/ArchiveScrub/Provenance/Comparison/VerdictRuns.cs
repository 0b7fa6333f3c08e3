namespace ArchiveScrub.Provenance.Comparison;

/// <summary>The blocks of a manifest as a comparison needs them.</summary>
internal static class VerdictRuns
{
    public static IReadOnlyList<VerdictRun> Of(Manifest manifest, string cleanText)
    {
        var texts = BlockTexts.Read(manifest, cleanText, out var problem) ?? throw new InvalidDataException(problem);
        return [.. manifest.Blocks.Select((b, i) => new VerdictRun(b.Linear, b.Kind, b.Rule, texts[i]))];
    }
}
