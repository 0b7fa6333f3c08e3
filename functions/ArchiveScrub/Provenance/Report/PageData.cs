using System.Buffers;
using System.Text;
using System.Text.Json;
using ArchiveScrub.Text;

namespace ArchiveScrub.Provenance.Report;

/// <summary>
/// What the page report's script knows of the blocks besides their text: short lists with shared strings, as a page may
/// have thousands of blocks.
/// </summary>
internal sealed class PageData(Manifest manifest, IReadOnlyDictionary<string, string> descriptions)
{
    private readonly Pool<string> _rules = new();
    private readonly Pool<string> _terms = new();
    private readonly Pool<(int Parent, string Name)> _paths = new();

    /// <summary>The data as JSON.</summary>
    public string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = CanonicalEncoder.Instance }))
        {
            writer.WriteStartObject();
            if (manifest.Capture.Sha256 == manifest.Page.Sha256)
            {
                writer.WriteString("file", Quote(manifest.Capture.Name));
            }

            writer.WriteStartArray("blocks");
            foreach (var block in manifest.Blocks)
            {
                Write(writer, block);
            }

            writer.WriteEndArray();
            WriteList(writer, "rules", _rules.Items, (w, rule) =>
            {
                w.WriteStartArray();
                w.WriteStringValue(rule);
                w.WriteStringValue(descriptions.GetValueOrDefault(rule, ""));
                w.WriteEndArray();
            });
            WriteList(writer, "terms", _terms.Items, static (w, term) => w.WriteStringValue(term));
            WriteList(writer, "paths", _paths.Items, static (w, path) =>
            {
                w.WriteStartArray();
                w.WriteNumberValue(path.Parent);
                w.WriteStringValue(path.Name);
                w.WriteEndArray();
            });
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private void Write(Utf8JsonWriter writer, ManifestBlock block)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(_rules.Add(block.Rule));
        writer.WriteNumberValue((int)Math.Round(block.Confidence * 100));
        writer.WriteNumberValue(block.Bytes?.Start ?? -1);
        writer.WriteNumberValue(block.Bytes?.Length ?? 0);
        writer.WriteNumberValue(block.Linear.Start);
        writer.WriteNumberValue(block.Linear.Length);
        writer.WriteNumberValue(block.Clean?.Start ?? -1);
        writer.WriteNumberValue(AddPath(block.Path));
        foreach (var term in block.Evidence ?? [])
        {
            writer.WriteNumberValue(_terms.Add(term));
        }

        writer.WriteEndArray();
    }

    private int AddPath(string? path)
    {
        var at = -1;
        foreach (var name in path?.Split('/', StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            at = _paths.Add((at, name));
        }

        return at;
    }

    private static void WriteList<T>(Utf8JsonWriter writer, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            write(writer, item);
        }

        writer.WriteEndArray();
    }

    /// <summary>A name as a shell takes it as one word.</summary>
    private static string Quote(string name) =>
        name.Length > 0 && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '/' or '_' or '-') && name[0] != '-' ? name : $"'{name.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>Items by their first appearance, each once.</summary>
    private sealed class Pool<T>
        where T : notnull
    {
        private readonly Dictionary<T, int> _places = [];
        private readonly List<T> _items = [];

        public IReadOnlyList<T> Items => _items;

        public int Add(T item)
        {
            if (!_places.TryGetValue(item, out var place))
            {
                place = _items.Count;
                _places[item] = place;
                _items.Add(item);
            }

            return place;
        }
    }
}
