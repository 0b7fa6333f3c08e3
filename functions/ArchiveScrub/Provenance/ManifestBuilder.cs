using System.Security.Cryptography;
using ArchiveScrub.Blocks;
using ArchiveScrub.Text;

namespace ArchiveScrub.Provenance;

/// <summary>Puts the manifest together from what the stages found.</summary>
internal static class ManifestBuilder
{
    public static Manifest Build(Page page, SegmentedPage segmented, IReadOnlyList<Piece> pieces, CleanText clean, Findings findings, IReadOnlyList<string> flags, ManifestTool tool)
    {
        var linear = LinearRanges(segmented, pieces);
        var bytes = ByteRanges(segmented, pieces);
        var blocks = new ManifestBlock[pieces.Count];
        for (var i = 0; i < blocks.Length; i++)
        {
            var piece = pieces[i];
            var block = segmented.Blocks[piece.Block];
            var range = clean.Ranges[i];
            blocks[i] = new ManifestBlock
            {
                Bytes = bytes[i],
                Clean = range,
                Confidence = Round(piece.Verdict.Confidence),
                Evidence = piece.Verdict.Evidence.Length == 0 ? null : piece.Verdict.Evidence,
                Kind = piece.Verdict.Kind,
                Linear = linear[i],
                Path = block.Parent is { } parent ? ElementPath.Of(parent) : null,
                Rule = piece.Verdict.Rule,
                Text = range is null ? block.Text.Substring(piece.Range.Start, piece.Range.Length) : null,
            };
        }

        var manifest = new Manifest
        {
            Blocks = blocks,
            Capture = OfCapture(page.Capture),
            Inserted = clean.Inserted,
            Page = OfPage(page, segmented),
            Quality = OfQuality(page, segmented, pieces, flags),
            Result = OfResult(segmented, pieces, blocks, clean, findings),
            Tool = tool,
        };
        return manifest with { Digest = ManifestJson.ComputeDigest(manifest) };
    }

    /// <summary>Two decimals: enough to sort by, and the same text in every language that reads it.</summary>
    public static double Round(double confidence) => Math.Round(Math.Clamp(confidence, 0, 1), 2, MidpointRounding.AwayFromZero);

    private static ManifestCapture OfCapture(CaptureIdentity capture) => new()
    {
        ETag = capture.ETag,
        MediaType = capture.MediaType,
        Name = capture.Name,
        Sha256 = capture.Sha256,
        Size = capture.Size,
        Store = capture.Store,
    };

    private static ManifestPage OfPage(Page page, SegmentedPage segmented)
    {
        var charset = segmented.Source.Charset;
        return new ManifestPage
        {
            CapturedAt = page.CapturedAt,
            Charset = new ManifestCharset
            {
                Confidence = Round(charset.Confidence),
                Declared = charset.Declared,
                Name = charset.Name,
                Replacements = charset.Replacements,
                Source = charset.Source,
            },
            Format = page.Format,
            Record = page.Record is { } record ? ManifestRecord.Of(record, page.TargetUri) : null,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(page.Payload.Span)),
            Size = page.Payload.Length,
            TargetUri = page.TargetUri,
        };
    }

    private static ManifestQuality OfQuality(Page page, SegmentedPage segmented, IReadOnlyList<Piece> pieces, IReadOnlyList<string> flags)
    {
        double kept = 0, weighted = 0;
        foreach (var piece in pieces)
        {
            var words = segmented.Blocks[piece.Block].WordCount;
            if (CleanTextComposer.IsBody(piece.Verdict.Kind))
            {
                kept += words;
                weighted += words * piece.Verdict.Confidence;
            }
        }

        return new ManifestQuality
        {
            Confidence = kept == 0 ? 0 : Round(weighted / kept),
            Flags = flags,
            Warnings = [.. segmented.Warnings.Concat((page.Record?.Warnings ?? []).Select(static w => w.Code)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        };
    }

    private static ManifestResult OfResult(SegmentedPage segmented, IReadOnlyList<Piece> pieces, ManifestBlock[] blocks, CleanText clean, Findings findings)
    {
        return new ManifestResult
        {
            Byline = findings.Byline,
            Clean = ManifestText.Of(clean.Text),
            Credits = findings.Credits,
            Dateline = findings.Dateline,
            Language = findings.Language,
            Linear = ManifestText.Of(segmented.Linear),
            LinearRule = SegmentedPage.LinearRule,
            Removed = Tally(blocks),
            Title = findings.Title,
        };
    }

    /// <summary>How much of each kind is removed.</summary>
    public static SortedDictionary<string, ManifestRemoval> Tally(IEnumerable<ManifestBlock> blocks)
    {
        var removed = new SortedDictionary<string, ManifestRemoval>(StringComparer.Ordinal);
        foreach (var block in blocks)
        {
            if (!block.Kind.IsKept())
            {
                var before = removed.GetValueOrDefault(block.Kind.Name());
                removed[block.Kind.Name()] = new ManifestRemoval
                {
                    Blocks = (before?.Blocks ?? 0) + 1,
                    CodePoints = (before?.CodePoints ?? 0) + block.Linear.Length,
                };
            }
        }

        return removed;
    }

    private static TextRange[] LinearRanges(SegmentedPage segmented, IReadOnlyList<Piece> pieces)
    {
        var ranges = new TextRange[pieces.Count];
        var at = 0;
        var codePoints = 0;
        for (var i = 0; i < ranges.Length; i++)
        {
            var offset = segmented.Blocks[pieces[i].Block].Linear.Start;
            var start = Advance(offset + pieces[i].Range.Start);
            ranges[i] = new TextRange(start, Advance(offset + pieces[i].Range.End));
        }

        return ranges;

        int Advance(int to)
        {
            codePoints += CodePoints.Count(segmented.Linear.AsSpan(at, to - at));
            at = to;
            return codePoints;
        }
    }

    /// <summary>
    /// The bytes of each piece's block. Parts of one block share its range: what an entity or a collapsed blank was in
    /// the source is not told apart inside a block.
    /// </summary>
    private static TextRange[] ByteRanges(SegmentedPage segmented, IReadOnlyList<Piece> pieces)
    {
        var positions = new int[segmented.Blocks.Count * 2];
        for (var i = 0; i < segmented.Blocks.Count; i++)
        {
            positions[2 * i] = segmented.Blocks[i].Source.Start;
            positions[(2 * i) + 1] = segmented.Blocks[i].Source.End;
        }

        var order = new int[positions.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        // Markup that nests wrongly can make ranges overlap; the map wants positions in order.
        Array.Sort(positions, order);
        var mapped = new int[positions.Length];
        segmented.Source.MapToBytes(positions, mapped);
        var bytes = new int[positions.Length];
        for (var i = 0; i < order.Length; i++)
        {
            bytes[order[i]] = mapped[i];
        }

        return [.. pieces.Select(p => new TextRange(bytes[2 * p.Block], bytes[(2 * p.Block) + 1]))];
    }
}
