using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace ArchiveScrub.Quality.Datelines;

/// <summary>The dateline sets of the developer corpus, as its README describes them.</summary>
/// <param name="folder">The folder that holds <c>datelines</c>.</param>
internal sealed class DatelineCorpus(string folder)
{
    private static readonly string[] Sets = ["formats-dev.jsonl", "reuters-dev.jsonl", "wcxb-dev.jsonl"];

    private readonly string _folder = Path.Combine(folder, "datelines");

    /// <summary>Datelines and timestamps in many shapes and languages.</summary>
    public IEnumerable<JsonElement> Formats => Rows(Sets[0]);

    /// <summary>Datelines of one wire.</summary>
    public IEnumerable<JsonElement> Wire => Rows(Sets[1]);

    /// <summary>Pages that show when they were published.</summary>
    public IEnumerable<JsonElement> Pages => Rows(Sets[2]);

    /// <summary>SHA-256 over the sets.</summary>
    public string Fingerprint() =>
        Convert.ToHexStringLower(SHA256.HashData([.. Sets.SelectMany(name => SHA256.HashData(File.ReadAllBytes(Path.Combine(_folder, name))))]));

    /// <summary>A member that is a string; null where it is absent or null.</summary>
    public static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A member that is a list of strings; empty where it is absent.</summary>
    public static string[] Texts(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var values) ? [.. values.EnumerateArray().Select(v => v.GetString()!)] : [];

    /// <summary>A day as the sets write it.</summary>
    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private IEnumerable<JsonElement> Rows(string name)
    {
        foreach (var line in File.ReadLines(Path.Combine(_folder, name)))
        {
            using var document = JsonDocument.Parse(line);
            yield return document.RootElement.Clone();
        }
    }
}
