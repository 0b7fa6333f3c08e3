using System.Runtime.InteropServices;

namespace ArchiveScrub.Captures.Detection;

/// <summary>The charset that explains a sample best.</summary>
/// <param name="Charset">Its name; null where the sample says nothing.</param>
/// <param name="Cost">What the sample costs in it, in eighths of a bit.</param>
/// <param name="Confidence">0 to 1, by the distance to the next charset that would give another text.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DetectedCharset(string? Charset, int Cost, double Confidence);
