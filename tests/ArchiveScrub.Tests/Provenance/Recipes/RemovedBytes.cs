using System.Text.Json;

namespace ArchiveScrub.Tests.Provenance.Recipes;

/// <summary>Reads from a manifest, with nothing but the framework, which bytes of the payload were removed.</summary>
internal static class RemovedBytes
{
    public static IEnumerable<(string Kind, int Start, int End)> Of(string manifestPath)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(manifestPath));
        foreach (var block in manifest.RootElement.GetProperty("blocks").EnumerateArray())
        {
            if (block.GetProperty("verdict").GetString() == "removed" && block.TryGetProperty("bytes", out var bytes))
            {
                yield return (block.GetProperty("kind").GetString()!, bytes[0].GetInt32(), bytes[1].GetInt32());
            }
        }
    }
}
