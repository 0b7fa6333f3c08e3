using System.Runtime.InteropServices;
using System.Text.Json;
using ArchiveScrub.Blocks;
using ArchiveScrub.Captures;
using ArchiveScrub.Chrome;
using ArchiveScrub.Chrome.Model;
using ArchiveScrub.Quality.Corpora;
using ArchiveScrub.Quality.Metrics;

namespace ArchiveScrub.Quality.Training;

/// <summary>
/// Writes the features and labels of all pages of one format as flat little-endian arrays, which the training script
/// reads: <c>x.f32</c> (block × feature), <c>label.i8</c> (1 keep, 0 drop, 2 not scored), <c>decided.i8</c> (number
/// of the rule that removed the block, -1 where none has), <c>words.i32</c>, <c>role.u64</c>, <c>gold-ids</c> and <c>token-*</c> (lists of lists:
/// <c>.i32</c> and <c>.len.i32</c>), and <c>meta.json</c> with names, pages and gold counts.
/// </summary>
internal sealed class FeatureExport(Corpus corpus, string folder)
{
    private readonly ChromeDetector _detector = new(BlockModels.None);
    private readonly List<string> _rules = [.. RuleCatalog.All.Select(r => r.Id)];

    public void Run(IReadOnlyList<string> ids, PageFormat format, int jobs, CancellationToken cancellation)
    {
        var target = Path.Combine(folder, format == PageFormat.Html ? "html" : "text");
        Directory.CreateDirectory(target);
        using var files = new Files(target);
        var pages = new List<object>();
        IReadOnlyList<string>? names = null;
        var rows = ids.AsParallel().AsOrdered().WithDegreeOfParallelism(jobs).WithCancellation(cancellation)
            .WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(id => Read(id, format, cancellation));
        foreach (var row in rows)
        {
            names ??= row.Names;
            files.Write("x.f32", MemoryMarshal.AsBytes(row.Values.AsSpan()));
            files.Write("label.i8", MemoryMarshal.AsBytes(row.Labels.AsSpan()));
            files.Write("decided.i8", MemoryMarshal.AsBytes(row.Decided.AsSpan()));
            files.Write("words.i32", MemoryMarshal.AsBytes(row.Words.AsSpan()));
            files.Write("role.u64", MemoryMarshal.AsBytes(row.Roles.AsSpan()));
            files.WriteLists("gold-ids", row.GoldIds);
            for (var f = 0; f < NameTokens.Families.Count; f++)
            {
                files.WriteLists("token-" + NameTokens.Families[f], row.Tokens[f]);
            }

            pages.Add(new { id = row.Id, url = row.Url, type = row.Type, blocks = row.Words.Length, scored = row.IsScored, goldCounts = row.GoldCounts, goldWords = row.GoldCounts.Sum() });
        }

        File.WriteAllText(Path.Combine(target, "meta.json"), JsonSerializer.Serialize(new { names, families = NameTokens.Families, rules = _rules, certain = _detector.Rules.Certain.Concat(_detector.Rules.Contextual).Where(r => r.IsCertain).Select(r => r.Id), pages }));
    }

    private Row Read(string id, PageFormat format, CancellationToken cancellation)
    {
        var corpusPage = corpus.Read(id, format);
        var page = corpusPage.ToPage();
        var source = TextDecoder.Decode(page);
        var segmented = format == PageFormat.Html ? new HtmlSegmenter().Segment(source, cancellation) : TextSegmenter.Segment(source);
        var asked = _detector.AskRules(segmented, cancellation);

        // Half of the pages tell their address, as captures in a WARC do; the other half must do without, as files do.
        var address = Convert.ToInt32(id[^1]) % 2 == 0 ? page.TargetUri : null;
        var features = segmented.Blocks.Count == 0 ? null : new BlockFeatures(asked, PageFeatures.AddressOf(segmented, address));
        var names = features?.Names();
        var rows = new float[segmented.Blocks.Count * (names?.Count ?? 0)];
        for (var i = 0; i < segmented.Blocks.Count; i++)
        {
            features!.Write(i, rows.AsSpan(i * names!.Count, names.Count));
        }

        var vocabulary = new Vocabulary();
        var gold = vocabulary.Words(corpusPage.Gold.MainContent ?? "");
        var known = vocabulary.Count;
        var words = segmented.Blocks.Select(b => vocabulary.Words(b.Text)).ToArray();
        var counts = new int[known];
        foreach (var word in gold)
        {
            counts[word]++;
        }

        return new Row
        {
            Id = id,
            Url = corpusPage.Gold.Url ?? "",
            Type = corpusPage.Gold.PageType,
            Names = names,
            Values = rows,
            Labels = corpusPage is { Lines: { } lines, TextGold: { } text } ? ByLines(segmented, lines, text, vocabulary) : ByAlignment(words, gold),
            Decided = [.. Enumerable.Range(0, asked.Count).Select(i => asked.IsRemoved(i) ? (sbyte)_rules.IndexOf(asked[i]!.Value.Rule) : (sbyte)-1)],
            Words = [.. words.Select(w => w.Length)],
            Roles = [.. Enumerable.Range(0, asked.Count).Select(i => features!.RoleOf(i))],
            GoldIds = [.. words.Select(w => w.Where(x => x < known).ToArray())],
            Tokens = TokensOf(segmented),
            GoldCounts = counts,
            IsScored = corpusPage.TextGold?.IsScored ?? true,
        };
    }

    private static sbyte[] ByAlignment(int[][] words, int[] gold) => [.. GoldLabels.Of(words, gold).Select(k => (sbyte)(k ? 1 : 0))];

    private static sbyte[] ByLines(SegmentedPage page, TextLines lines, TextGold gold, Vocabulary vocabulary)
    {
        var labels = new sbyte[page.Blocks.Count];
        foreach (var block in page.Blocks)
        {
            var weights = new int[3];
            for (var line = lines.LineAt(block.Source.Start); line < lines.Count && lines.Range(line).Start < block.Source.End; line++)
            {
                var range = lines.Range(line);
                var weight = 1 + vocabulary.Words(lines.Text.AsSpan(range.Start, range.Length)).Length;
                weights[gold[line] switch { LineLabel.Keep => 1, LineLabel.Drop => 0, _ => 2 }] += weight;
            }

            labels[block.Index] = (sbyte)Array.IndexOf(weights, weights.Max());
        }

        return labels;
    }

    private static int[][][] TokensOf(SegmentedPage page)
    {
        var tokens = new NameTokens(page);
        return [.. Enumerable.Range(0, NameTokens.Families.Count).Select(family => page.Blocks.Select(block => tokens.Of(block, family).ToArray()).ToArray())];
    }

    private sealed record Row
    {
        public required string Id { get; init; }

        public required string Url { get; init; }

        public required string Type { get; init; }

        public required IReadOnlyList<string>? Names { get; init; }

        public required float[] Values { get; init; }

        public required sbyte[] Labels { get; init; }

        public required sbyte[] Decided { get; init; }

        public required int[] Words { get; init; }

        public required ulong[] Roles { get; init; }

        public required int[][] GoldIds { get; init; }

        public required int[][][] Tokens { get; init; }

        public required int[] GoldCounts { get; init; }

        public required bool IsScored { get; init; }
    }

    private sealed class Files(string folder) : IDisposable
    {
        private readonly Dictionary<string, FileStream> _open = new(StringComparer.Ordinal);

        public void Write(string name, ReadOnlySpan<byte> bytes)
        {
            if (!_open.TryGetValue(name, out var file))
            {
                file = File.Create(Path.Combine(folder, name));
                _open.Add(name, file);
            }

            file.Write(bytes);
        }

        public void WriteLists(string name, int[][] lists)
        {
            foreach (var list in lists)
            {
                Write(name + ".i32", MemoryMarshal.AsBytes(list.AsSpan()));
            }

            Write(name + ".len.i32", MemoryMarshal.AsBytes(lists.Select(l => l.Length).ToArray().AsSpan()));
        }

        public void Dispose()
        {
            foreach (var file in _open.Values)
            {
                file.Dispose();
            }
        }
    }
}
