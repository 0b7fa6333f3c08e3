using System.Runtime.InteropServices;

namespace ArchiveScrub.Captures.Sniffing;

/// <summary>What the first bytes of a capture show it to be.</summary>
/// <param name="Family">What can be done with it.</param>
/// <param name="Name">What it is, for people, with its article (<c>a JPEG image</c>).</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Content(ContentFamily Family, string Name)
{
    /// <summary>How a container is read; null where it is not.</summary>
    public CaptureFormat? Format { get; init; }

    /// <summary>Its media type, where that is of use.</summary>
    public string? MediaType { get; init; }

    public static Content Text { get; } = new(ContentFamily.Text, "text");
}
