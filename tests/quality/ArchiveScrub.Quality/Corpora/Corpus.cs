using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ArchiveScrub.Quality.Metrics;

namespace ArchiveScrub.Quality.Corpora;

/// <summary>The developer corpus on disk: raw pages, text captures of them, and their ground truth.</summary>
internal sealed partial class Corpus
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly string _folder;
    private readonly Lazy<Dictionary<string, TextGold>> _textGold;

    /// <summary>Opens the corpus.</summary>
    /// <param name="folder">The folder that holds <c>wcxb-dev</c>.</param>
    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    public Corpus(string folder)
    {
        _folder = Path.Combine(folder, "wcxb-dev");
        if (!Directory.Exists(Path.Combine(_folder, "gold")))
        {
            throw new DirectoryNotFoundException($"no corpus in {folder}");
        }

        Ids = [.. Directory.EnumerateFiles(Path.Combine(_folder, "gold"), "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];
        _textGold = new(ReadTextGold);
    }

    /// <summary>The ids of all pages, in ordinal order.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>Opens the corpus of that folder, or the one beside the repository.</summary>
    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    public static Corpus Open(string? folder) =>
        new(folder ?? SharedFolder.Find("corpus") ?? throw new DirectoryNotFoundException("no corpus found; name it with --corpus"));

    /// <summary>
    /// SHA-256 over names and sizes of all files of the corpus: cheap, and any other corpus has another one. Floors
    /// hold for one corpus only.
    /// </summary>
    public string Fingerprint()
    {
        var listing = new StringBuilder();
        foreach (var part in (ReadOnlySpan<string>)["gold", "html", "text"])
        {
            foreach (var file in new DirectoryInfo(Path.Combine(_folder, part)).EnumerateFiles().OrderBy(f => f.Name, StringComparer.Ordinal))
            {
                listing.Append(CultureInfo.InvariantCulture, $"{part}/{file.Name} {file.Length}\n");
            }
        }

        listing.Append(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(_folder, "text-gold.jsonl.gz")))));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(listing.ToString())));
    }

    /// <summary>Reads one page.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="format">Raw page or text capture.</param>
    /// <param name="withAddress">Whether the scrubber is to know where it was captured from.</param>
    public CorpusPage Read(string id, PageFormat format, bool withAddress = true)
    {
        var gold = ReadGold(id);
        var payload = Unzip(Path.Combine(_folder, format == PageFormat.Html ? "html" : "text", id + (format == PageFormat.Html ? ".html.gz" : ".txt.gz")));
        return new CorpusPage
        {
            Id = id,
            Format = format,
            Payload = payload,
            TargetUri = withAddress ? gold.Url : null,
            Gold = gold,
            TextGold = format == PageFormat.Text ? _textGold.Value[id] : null,
            Lines = format == PageFormat.Text ? new TextLines(Encoding.UTF8.GetString(payload).TrimStart('\uFEFF')) : null,
        };
    }

    /// <summary>The language that the raw page declares for itself (<c>html lang</c>), without region; <c>unknown</c> where it does not.</summary>
    public string LanguageOf(string id)
    {
        var html = Encoding.Latin1.GetString(Unzip(Path.Combine(_folder, "html", id + ".html.gz")));
        var match = LanguageTag().Match(html);
        return match.Success ? match.Groups["language"].Value.ToLowerInvariant() : "unknown";
    }

    /// <summary>The ground truth of a page.</summary>
    public PageGold ReadGold(string id) =>
        JsonSerializer.Deserialize<PageGold>(File.ReadAllBytes(Path.Combine(_folder, "gold", id + ".json")), Json)
        ?? throw new InvalidDataException($"gold of {id} is null");

    private Dictionary<string, TextGold> ReadTextGold()
    {
        var pages = new Dictionary<string, TextGold>(StringComparer.Ordinal);
        using var file = File.OpenRead(Path.Combine(_folder, "text-gold.jsonl.gz"));
        using var unzipped = new GZipStream(file, CompressionMode.Decompress);
        using var reader = new StreamReader(unzipped, Encoding.UTF8);
        while (reader.ReadLine() is { } row)
        {
            using var json = JsonDocument.Parse(row);
            var page = json.RootElement;
            var labels = new LineLabel[page.GetProperty("n_lines").GetInt32() + 1];
            foreach (var line in page.GetProperty("lines").EnumerateArray())
            {
                labels[line.GetProperty("n").GetInt32() - 1] = Label(line.GetProperty("label").GetString());
            }

            var leftOut = page.GetProperty("flags").EnumerateArray().Any(flag => flag.GetString() is "low-recall" or "no-gold");
            pages.Add(page.GetProperty("id").GetString()!, new TextGold(labels, !leftOut));
        }

        return pages;
    }

    private static LineLabel Label(string? name) => name switch
    {
        "keep" => LineLabel.Keep,
        "drop" => LineLabel.Drop,
        "unsure" => LineLabel.Unsure,
        _ => throw new InvalidDataException($"unknown label {name}"),
    };

    [GeneratedRegex("""<html\b[^>]*\s(xml:)?lang\s*=\s*["']?(?<language>[a-z]{2,3})\b""", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex LanguageTag();

    private static byte[] Unzip(string path)
    {
        using var file = File.OpenRead(path);
        using var unzipped = new GZipStream(file, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        unzipped.CopyTo(bytes);
        return bytes.ToArray();
    }
}
