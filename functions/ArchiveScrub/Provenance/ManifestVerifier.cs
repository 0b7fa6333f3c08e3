using System.Text;
using System.Text.Json;
using ArchiveScrub.Provenance;
using ArchiveScrub.Text;

namespace ArchiveScrub;

/// <summary>
/// Checks a manifest against the clean text, without the capture: the digest, hashes, sizes and tallies, and that the
/// two together give the linear text again, with no gap and no overlap.
/// </summary>
public static class ManifestVerifier
{
    /// <summary>What is wrong with the two files of a page, first things first; empty where everything agrees. Any change of any byte that the digest covers is noticed.</summary>
    /// <param name="manifest">The manifest, as stored.</param>
    /// <param name="cleanText">The clean text that belongs to it, as stored.</param>
    public static IReadOnlyList<string> VerifyConservation(ReadOnlySpan<byte> manifest, ReadOnlySpan<byte> cleanText)
    {
        try
        {
            var text = Encoding.UTF8.GetString(cleanText);
            var problems = Verify(ManifestJson.Deserialize(manifest), ManifestJson.ComputeDigest(manifest), text);
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

    /// <summary>The linear text, from the manifest and the clean text alone.</summary>
    /// <exception cref="InvalidDataException">The two do not fit together.</exception>
    public static string RestoreLinear(Manifest manifest, string cleanText)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(cleanText);
        var problems = new List<string>();
        return RebuildLinear(manifest, cleanText, problems) ?? throw new InvalidDataException(problems[0]);
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

        if (RebuildLinear(manifest, cleanText, problems) is { } linear && !Describes(manifest.Result.Linear, linear))
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

    private static string? RebuildLinear(Manifest manifest, string cleanText, List<string> problems)
    {
        var clean = new Slicer(cleanText);
        var linear = new StringBuilder();
        var at = 0;
        for (var i = 0; i < manifest.Blocks.Count; i++)
        {
            var block = manifest.Blocks[i];
            if (block.Linear.Start == at + 1 && i > 0)
            {
                linear.Append('\n');
            }
            else if (block.Linear.Start != at)
            {
                problems.Add($"Block {i} leaves a gap or overlaps the block before it.");
                return null;
            }

            var text = block.Clean is { } range ? clean.Slice(range) : block.Text;
            if (text is null || CodePoints.Count(text) != block.Linear.Length || block is { Clean: not null, Text: not null })
            {
                problems.Add($"The text of block {i} is missing, there twice or of another length.");
                return null;
            }

            linear.Append(text);
            at = block.Linear.End;
        }

        return linear.ToString();
    }

    private static string? RebuildClean(Manifest manifest, string cleanText)
    {
        var clean = new Slicer(cleanText);
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

    /// <summary>Cuts a text by code points; ascending cuts cost one pass.</summary>
    private sealed class Slicer(string text)
    {
        private int _codePoint;
        private int _utf16;

        public string? Slice(TextRange range)
        {
            if (range.Start < 0 || range.End < range.Start)
            {
                return null;
            }

            if (range.Start < _codePoint)
            {
                _codePoint = 0;
                _utf16 = 0;
            }

            var start = CodePoints.ToUtf16(text, range.Start, ref _codePoint, ref _utf16);
            var end = CodePoints.ToUtf16(text, range.End, ref _codePoint, ref _utf16);
            return start < 0 || end < 0 ? null : text[start..end];
        }
    }
}
