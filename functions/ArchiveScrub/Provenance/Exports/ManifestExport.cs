using ArchiveScrub.Provenance.Exports;

namespace ArchiveScrub;

/// <summary>
/// Says what a manifest says in a vocabulary of others. An export is immutable; the same manifest gives the same bytes.
/// </summary>
public abstract class ManifestExport
{
    private protected ManifestExport(string format, string suffix) => (Format, Suffix) = (format, suffix);

    /// <summary>Every export.</summary>
    public static IReadOnlyList<ManifestExport> All { get; } = [new ProvExport(), new PremisExport(), new AnnotationExport(), new CdxjExport(), new JsonLinesExport()];

    /// <summary>Its name on the command line.</summary>
    public string Format { get; }

    /// <summary>What is put behind the name of a page whose document is a file of its own; empty where pages are lines of one file.</summary>
    public string Suffix { get; }

    /// <summary>Whether the lines of several pages stand in ordinal order of their bytes.</summary>
    public virtual bool IsSorted => false;

    /// <summary>The page's document or line, without a line end in it; null where the format has no place for the page.</summary>
    /// <param name="name">Name of the page's results.</param>
    /// <param name="manifest">The manifest.</param>
    /// <param name="cleanText">The clean text that belongs to it.</param>
    /// <exception cref="InvalidDataException">Manifest and clean text do not fit together.</exception>
    public abstract string? Write(string name, Manifest manifest, string cleanText);
}
