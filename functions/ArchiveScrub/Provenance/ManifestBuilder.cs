using System.Security.Cryptography;
using ArchiveScrub.Blocks;
using ArchiveScrub.Captures;
using ArchiveScrub.Chrome;
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
        var (element, path) = ((Element?)null, (string?)null);
        for (var i = 0; i < blocks.Length; i++)
        {
            var piece = pieces[i];
            var block = segmented.Blocks[piece.Block];
            var range = clean.Ranges[i];
            if (block.Parent != element)
            {
                element = block.Parent;
                path = element is null ? null : ElementPath.Of(element); // blocks of one element follow each other
            }

            blocks[i] = new ManifestBlock
            {
                Bytes = bytes[i],
                Clean = range,
                Confidence = Round(piece.Verdict.Confidence),
                Evidence = piece.Verdict.Evidence.Length == 0 ? null : piece.Verdict.Evidence,
                Kind = piece.Verdict.Kind,
                Linear = linear[i],
                Path = path,
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
            Quality = OfQuality(page, segmented, pieces, findings.Judgement, flags),
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

    private static ManifestQuality OfQuality(Page page, SegmentedPage segmented, IReadOnlyList<Piece> pieces, PageJudgement? judgement, IReadOnlyList<string> flags)
    {
        double kept = 0, weighted = 0;
        foreach (var piece in pieces)
        {
            var words = segmented.Blocks[piece.Block].WordCount;
            if (piece.Verdict.Kind.IsBody())
            {
                kept += words;
                weighted += words * piece.Verdict.Confidence;
            }
        }

        return new ManifestQuality
        {
            Confidence = Round(judgement?.Quality ?? (kept == 0 ? 0 : weighted / kept)),
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
            PageType = findings.Judgement is { } judgement ? new ManifestPageType { Confidence = Round(judgement.TypeConfidence), Type = judgement.Type } : null,
            Removed = Tally(blocks),
            Title = findings.Title,
        };
    }

    /// <summary>How much of each kind is removed.</summary>
    public static SortedDictionary<string, ManifestRemoval> Tally(IEnumerable<ManifestBlock> blocks)
    {
        var sums = new (int Blocks, int CodePoints)[Kinds.All.Count];
        foreach (var block in blocks)
        {
            ref var sum = ref sums[(int)block.Kind];
            sum = (sum.Blocks + 1, sum.CodePoints + block.Linear.Length);
        }

        var removed = new SortedDictionary<string, ManifestRemoval>(StringComparer.Ordinal);
        foreach (var kind in Kinds.All)
        {
            if (!kind.IsKept() && sums[(int)kind] is { Blocks: > 0 } sum)
            {
                removed[kind.Name()] = new ManifestRemoval { Blocks = sum.Blocks, CodePoints = sum.CodePoints };
            }
        }

        return removed;
    }

    private static TextRange[] LinearRanges(SegmentedPage segmented, IReadOnlyList<Piece> pieces)
    {
        var ranges = new TextRange[pieces.Count];
        var hasSurrogates = CodePoints.Count(segmented.Linear) < segmented.Linear.Length;
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
            if (!hasSurrogates)
            {
                return to; // code points are code units
            }

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
        var isAscending = true;
        for (var i = 0; i < segmented.Blocks.Count; i++)
        {
            var source = segmented.Blocks[i].Source;
            isAscending &= i == 0 || source.Start >= positions[(2 * i) - 1];
            positions[2 * i] = source.Start;
            positions[(2 * i) + 1] = source.End;
        }

        var bytes = isAscending ? new int[positions.Length] : MapUnordered(segmented.Source, positions);
        if (isAscending)
        {
            segmented.Source.MapToBytes(positions, bytes);
        }

        var ranges = new TextRange[pieces.Count];
        for (var i = 0; i < ranges.Length; i++)
        {
            var block = pieces[i].Block;
            ranges[i] = new TextRange(bytes[2 * block], bytes[(2 * block) + 1]);
        }

        return ranges;
    }

    /// <summary>Markup that nests wrongly can make ranges overlap; the map wants positions in order.</summary>
    private static int[] MapUnordered(SourceText source, int[] positions)
    {
        var order = new int[positions.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(positions, order);
        var mapped = new int[positions.Length];
        source.MapToBytes(positions, mapped);
        var bytes = new int[positions.Length];
        for (var i = 0; i < order.Length; i++)
        {
            bytes[order[i]] = mapped[i];
        }

        return bytes;
    }
}
