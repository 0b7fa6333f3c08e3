using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ArchiveScrub.Storage;

/// <summary>How a capture was cut: slices that lie end to end and cover it.</summary>
/// <param name="Capture">The capture, in the version that was cut.</param>
/// <param name="Sha256">SHA-256 of the whole capture, lower-case hex.</param>
/// <param name="Tool">The tool that scrubs every slice.</param>
/// <param name="Slices">The slices, in order.</param>
public sealed record FanOutPlan(CaptureInfo Capture, string Sha256, ManifestTool Tool, IReadOnlyList<CaptureSlice> Slices)
{
    /// <summary>
    /// 32 hex digits of a hash over the version, the slices and the tool: parts of one plan are never joined with those
    /// of another. The same capture cut again by the same tool gives the same plan.
    /// </summary>
    public string Id { get; } = IdOf(Capture, Sha256, Tool, Slices);

    /// <summary>16 hex digits of a hash over the tool: a worker of another version must not add a part.</summary>
    public static string ToolId(ManifestTool tool)
    {
        ArgumentNullException.ThrowIfNull(tool);
        return Hash(string.Join('\n', [tool.Name, tool.Version, tool.RuleSet, tool.Profile ?? "", .. tool.Options]), 8);
    }

    /// <summary>The orders, one a slice.</summary>
    public IEnumerable<SliceMessage> Messages() => Slices.Select((slice, i) => new SliceMessage
    {
        Capture = Capture.Name,
        ETag = Capture.ETag,
        Length = slice.Length,
        Offset = slice.Offset,
        Of = Slices.Count,
        Plan = Id,
        Sha256 = Sha256,
        Slice = i + 1,
        Tool = ToolId(Tool),
    });

    private static string IdOf(CaptureInfo capture, string sha256, ManifestTool tool, IReadOnlyList<CaptureSlice> slices)
    {
        var text = new StringBuilder().AppendJoin('\n', [capture.Name, capture.ETag ?? "", sha256, tool.Name, tool.Version, tool.RuleSet, tool.Profile ?? "", .. tool.Options]);
        foreach (var slice in slices)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{slice.Offset}+{slice.Length}");
        }

        return Hash(text.ToString(), 16);
    }

    private static string Hash(string text, int bytes) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, bytes));
}
