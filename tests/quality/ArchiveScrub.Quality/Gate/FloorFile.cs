using System.Text.Encodings.Web;
using System.Text.Json;
using ArchiveScrub.Quality.Corpora;

namespace ArchiveScrub.Quality.Gate;

/// <summary>The floors on disk: what every later run has to reach.</summary>
internal sealed record FloorFile
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Floors by the set of pages that they hold for: <c>full</c>, <c>sample</c>.</summary>
    public SortedDictionary<string, FloorSet> Sets { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Every floor that was ever lowered, oldest first.</summary>
    public IReadOnlyList<Lowering> Lowered { get; init; } = [];

    /// <summary>A file of floors in the repository, or null where there is no repository.</summary>
    public static string? Find(string name = "floors.json") => SharedFolder.Repository is { } root ? Path.Combine(root, "tests", "quality", name) : null;

    /// <summary>Reads the file; an absent one holds no floors.</summary>
    /// <exception cref="InvalidDataException">The file is not one of floors.</exception>
    public static FloorFile Read(string path)
    {
        try
        {
            return File.Exists(path) ? Parse(File.ReadAllText(path)) : new FloorFile();
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} does not hold floors: {e.Message}", e);
        }
    }

    /// <summary>Reads floors from JSON.</summary>
    public static FloorFile Parse(string json) => JsonSerializer.Deserialize<FloorFile>(json, Json) ?? new FloorFile();

    /// <summary>The floors as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json) + "\n";
}
