using System.Text.Json;

namespace ArchiveScrub.Storage;

/// <summary>Tells, without reading a capture's pages, whether its results are committed.</summary>
internal static class Committed
{
    /// <summary>Whether what commits results names these bytes and this tool, whatever the form of the results.</summary>
    public static async Task<bool> IsByAsync(IResultStore results, string resultName, string sha256, ManifestTool tool, CancellationToken cancellationToken)
    {
        foreach (var form in ResultForm.Commits)
        {
            if (await results.ReadAsync(ResultNames.Of(resultName, form), cancellationToken) is { } json && IsOf(json, sha256, tool))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOf(byte[] json, string sha256, ManifestTool tool)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.TryGetProperty("capture", out var capture)
                && capture.GetProperty("sha256").GetString() == sha256
                && document.RootElement.TryGetProperty("tool", out var made)
                && made.GetProperty("version").GetString() == tool.Version
                && made.GetProperty("ruleSet").GetString() == tool.RuleSet
                && (made.TryGetProperty("profile", out var profile) ? profile.GetString() : null) == tool.Profile
                && made.GetProperty("options").EnumerateArray().Select(static option => option.GetString()).SequenceEqual(tool.Options, StringComparer.Ordinal);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            // Not ours: it commits nothing.
            return false;
        }
    }
}
