using System.Text.Json;
using System.Text.Json.Serialization;

namespace ArchiveScrub.Quality.Scoring;

/// <summary>The figures of a run on disk, a page a line, to compare two runs.</summary>
internal static class ScoreFile
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Writes a run.</summary>
    public static void Write(string path, IEnumerable<PageScore> pages) =>
        File.WriteAllText(path, "[\n" + string.Join(",\n", pages.Select(page => JsonSerializer.Serialize(page, Json))) + "\n]\n");

    /// <summary>Reads a run.</summary>
    /// <exception cref="InvalidDataException">The file is no run.</exception>
    public static PageScore[] Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<PageScore[]>(File.ReadAllBytes(path), Json) ?? throw new InvalidDataException($"{path} is no run");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} is no run: {e.Message}", e);
        }
    }
}
