using System.Globalization;
using System.Text;
using System.Text.Json;
using ArchiveScrub.Provenance;

namespace ArchiveScrub;

/// <summary>
/// Checks stored results against what the same scrubber makes of the same page now. They are to agree byte for byte, but
/// for the activity. What another tool said of the page is not asked for again: it is taken as it is recorded.
/// </summary>
public static class DerivationVerifier
{
    private static readonly string[] OfTheRun = ["activity", "digest"];

    /// <summary>The first difference, in a sentence; null where there is none.</summary>
    /// <param name="manifest">The manifest, as stored.</param>
    /// <param name="cleanText">The clean text, as stored.</param>
    /// <param name="derived">The manifest that the scrub gives now.</param>
    /// <param name="derivedText">The clean text that it gives now.</param>
    /// <exception cref="JsonException">The stored manifest cannot be read.</exception>
    public static string? FirstDifference(ReadOnlySpan<byte> manifest, ReadOnlySpan<byte> cleanText, Manifest derived, string derivedText)
    {
        ArgumentNullException.ThrowIfNull(derived);
        var stored = ManifestJson.Deserialize(manifest);
        derived = SecondOpinion.TakeOver(derived, stored);
        if (stored.Digest != derived.Digest || ManifestJson.ComputeDigest(manifest) != derived.Digest)
        {
            return FirstDifference(manifest, ManifestJson.Serialize(derived)) ?? "the digest of the manifest is another one";
        }

        var text = Encoding.UTF8.GetBytes(derivedText);
        var same = text.AsSpan().CommonPrefixLength(cleanText);
        if (same == text.Length && same == cleanText.Length)
        {
            return null;
        }

        var line = 1 + text.AsSpan(0, same).Count((byte)'\n');
        return string.Create(CultureInfo.InvariantCulture, $"the clean text differs from byte {same} (line {line}) on");
    }

    private static string? FirstDifference(ReadOnlySpan<byte> stored, ReadOnlySpan<byte> derived)
    {
        var storedReader = new Utf8JsonReader(stored);
        var derivedReader = new Utf8JsonReader(derived);
        using var one = JsonDocument.ParseValue(ref storedReader);
        using var other = JsonDocument.ParseValue(ref derivedReader);
        return JsonDifference.First(one.RootElement, other.RootElement, OfTheRun);
    }
}
