using ArchiveScrub.Captures;

namespace ArchiveScrub.Tests.Blocks;

/// <summary>Text without bytes behind it.</summary>
internal sealed class PlainSource(string text) : SourceText(text, new Charset("utf-8", CharsetSource.Default, 1, 0))
{
    public override void MapToBytes(ReadOnlySpan<int> positions, Span<int> bytes) => positions.CopyTo(bytes);
}
