using System.Globalization;
using System.Text;
using System.Text.Json;
using ArchiveScrub.Provenance;

namespace ArchiveScrub;

/// <summary>
/// Checks a manifest against the clean text, without the capture: the digest, hashes, sizes and tallies, and that the
/// two together give the linear text again, with no gap and no overlap.
/// </summary>
public static class ManifestVerifier
{
    /// <summary>What is wrong with the two files of a page, first things first; empty where everything agrees. Any change of any byte of either is noticed (of a manifest of schema version 1.0: but for its activity).</summary>
    /// <param name="manifest">The manifest, as stored.</param>
    /// <param name="cleanText">The clean text that belongs to it, as stored.</param>
    public static IReadOnlyList<string> VerifyConservation(ReadOnlySpan<byte> manifest, ReadOnlySpan<byte> cleanText)
    {
        try
        {
            var text = Encoding.UTF8.GetString(cleanText);
            var read = ManifestJson.Deserialize(manifest);
            var problems = Verify(read, ManifestJson.ComputeDigest(manifest), text);
            if (!ManifestJson.IsActivityWhole(manifest, read))
            {
                problems.Insert(0, "The activity is not what its digest says.");
            }

            if (CanonicalForm.FirstDeviation(manifest) is { } deviation)
            {
                problems.Insert(0, string.Create(CultureInfo.InvariantCulture, $"The manifest is not canonical JSON from byte {deviation} on."));
            }

            return cleanText.SequenceEqual(Encoding.UTF8.GetBytes(text)) ? problems : ["The clean text is not UTF-8.", .. problems];
        }
        catch (JsonException e)
        {
            return [$"The manifest cannot be read: {e.Message}"];
        }
    }

    /// <summary>What is wrong, first things first; empty where everything agrees.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="cleanText">The clean text that belongs to it.</param>
    public static IReadOnlyList<string> VerifyConservation(Manifest manifest, string cleanText)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(cleanText);
        return Verify(manifest, ManifestJson.ComputeDigest(manifest), cleanText);
    }

    private static List<string> Verify(Manifest manifest, string digest, string cleanText)
    {
        var problems = new List<string>();
        if (manifest.Digest != digest)
        {
            problems.Add("The manifest is not what its digest says.");
        }

        if (!Describes(manifest.Result.Clean, cleanText))
        {
            problems.Add("The clean text is not what the manifest says.");
        }

        if (BlockTexts.Read(manifest, cleanText, out var misfit) is null)
        {
            problems.Add(misfit!);
        }
        else if (!Describes(manifest.Result.Linear, ManifestRestorer.RestoreLinear(manifest, cleanText)))
        {
            problems.Add("The linear text cannot be rebuilt: its hash or size differs.");
        }

        if (problems.Count == 0 && RebuildClean(manifest, cleanText) != cleanText)
        {
            problems.Add("The clean text holds more than blocks, insertions and separators.");
        }

        if (!manifest.Result.Removed.SequenceEqual(ManifestBuilder.Tally(manifest.Blocks)))
        {
            problems.Add("What was removed is not what the tally says.");
        }

        return problems;
    }

    /// <summary>Words are left out: another version may count them in another way.</summary>
    private static bool Describes(ManifestText description, string text) =>
        description == ManifestText.Of(text) with { Words = description.Words };

    private static string? RebuildClean(Manifest manifest, string cleanText)
    {
        var clean = new CodePointSlicer(cleanText);
        var parts = manifest.Blocks
            .Where(static b => b.Clean is not null)
            .Select(static b => (Range: b.Clean!.Value, b.Kind))
            .Concat(manifest.Inserted.Select(static n => (Range: n.Clean, n.Kind)))
            .OrderBy(static p => p.Range.Start)
            .ThenBy(static p => p.Range.End);
        var text = new StringBuilder();
        foreach (var (range, kind) in parts)
        {
            text.Append(text.Length == 0 ? "" : CleanTextComposer.Separator).Append(kind == Kind.ListItem ? CleanTextComposer.ListMarker : "");
            if (clean.Slice(range) is not { } part)
            {
                return null;
            }

            text.Append(part);
        }

        return text.Append(text.Length == 0 ? "" : "\n").ToString();
    }
}
