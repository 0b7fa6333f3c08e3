namespace ArchiveScrub.Captures.Mhtml;

/// <summary>Tells pages that only arrange frames: what there is to read stands in other parts.</summary>
internal static class Framesets
{
    private const int SampleSize = 64 * 1024;

    public static bool IsFrameset(ReadOnlySpan<byte> html)
    {
        html = html[..Math.Min(html.Length, SampleSize)];
        Span<byte> name = stackalloc byte[8];
        for (var at = html.IndexOf((byte)'<'); at >= 0 && at + 10 <= html.Length; at = html.IndexOf((byte)'<'))
        {
            html = html[(at + 1)..];
            if (System.Text.Ascii.ToLower(html[..8], name, out _) == System.Buffers.OperationStatus.Done && name.SequenceEqual("frameset"u8))
            {
                return true;
            }
        }

        return false;
    }
}
