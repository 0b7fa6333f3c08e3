using System.Text;

namespace ArchiveScrub.Storage;

/// <summary>A page's results as they are stored; nothing is checked yet.</summary>
/// <param name="Name">Name of the results; for a capture with many pages with <c>#</c> and the page's number, from 0.</param>
/// <param name="Manifest">The manifest's bytes.</param>
/// <param name="CleanText">The clean text's bytes; null where there is none.</param>
public sealed record StoredPage(string Name, ReadOnlyMemory<byte> Manifest, ReadOnlyMemory<byte>? CleanText)
{
    /// <summary>Manifest and clean text, where nothing is wrong with them.</summary>
    /// <exception cref="InvalidDataException">They cannot be read, or do not agree.</exception>
    public (Manifest Manifest, string CleanText) Read()
    {
        if (Verify() is [var problem, ..])
        {
            throw new InvalidDataException($"{Name}: {problem}");
        }

        return (ManifestJson.Deserialize(Manifest.Span), Encoding.UTF8.GetString(CleanText!.Value.Span));
    }

    /// <summary>What is wrong with the two, first things first; empty where they agree.</summary>
    public IReadOnlyList<string> Verify() => CleanText is { } text
        ? ManifestVerifier.VerifyConservation(Manifest.Span, text.Span)
        : ["The clean text is missing."];
}
