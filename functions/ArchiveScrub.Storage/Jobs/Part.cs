using System.Buffers.Binary;
using System.Text.Json;

namespace ArchiveScrub.Storage;

/// <summary>
/// The results of a stretch of a capture, in one file that is there whole or not at all: four bytes with the length of
/// the header, the header as JSON, and what the stretch adds to each output, one after the other. Parts joined end to
/// end are the results of the capture, wherever it was cut.
/// </summary>
internal static class Part
{
    private const int LengthSize = 4;
    private const int MaxHeader = 64 * 1024 * 1024;

    /// <summary>The outputs, in the order in which they stand in a part.</summary>
    public static IReadOnlyList<ResultForm> Outputs { get; } = [ResultForm.Wet, ResultForm.Manifests, ResultForm.Records];

    /// <summary>Writes a part, in place of an earlier one.</summary>
    public static Task WriteAsync(IResultStore store, string name, PartHeader header, IReadOnlyList<ReadOnlyMemory<byte>> outputs, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(header, PartJsonContext.Default.PartHeader);
        var length = new byte[LengthSize];
        BinaryPrimitives.WriteInt32LittleEndian(length, json.Length);
        var content = new ResultContent("application/octet-stream", async (stream, cancel) =>
        {
            await stream.WriteAsync(length, cancel);
            await stream.WriteAsync(json, cancel);
            foreach (var output in outputs)
            {
                await stream.WriteAsync(output, cancel);
            }
        });
        return store.WriteAsync(name, content, cancellationToken);
    }

    /// <summary>Reads the header of a part; null where there is none, or what there is cannot be read.</summary>
    public static async Task<PartHeader?> ReadHeaderAsync(IResultStore store, string name, CancellationToken cancellationToken)
    {
        var stream = await store.OpenReadAsync(name, cancellationToken);
        if (stream is null)
        {
            return null;
        }

        await using (stream)
        {
            return await ReadHeaderAsync(stream, cancellationToken);
        }
    }

    /// <summary>Copies one output of a part; false where the part is gone, or another one.</summary>
    public static async Task<bool> CopyAsync(IResultStore store, string name, PartHeader expected, int output, Stream target, CancellationToken cancellationToken)
    {
        var stream = await store.OpenReadAsync(name, cancellationToken);
        if (stream is null)
        {
            return false;
        }

        await using (stream)
        {
            var header = await ReadHeaderAsync(stream, cancellationToken);
            if (header is null || header.Start != expected.Start || header.End != expected.End || !header.Sizes.SequenceEqual(expected.Sizes))
            {
                return false;
            }

            return await CopyAsync(stream, Stream.Null, header.Sizes.Take(output).Sum(), cancellationToken)
                && await CopyAsync(stream, target, header.Sizes[output], cancellationToken);
        }
    }

    private static async Task<PartHeader?> ReadHeaderAsync(Stream stream, CancellationToken cancellationToken)
    {
        var length = new byte[LengthSize];
        var isWhole = await stream.ReadAtLeastAsync(length, LengthSize, throwOnEndOfStream: false, cancellationToken) == LengthSize;
        var size = BinaryPrimitives.ReadInt32LittleEndian(length);
        if (!isWhole || size is <= 0 or > MaxHeader)
        {
            return null;
        }

        var json = new byte[size];
        if (await stream.ReadAtLeastAsync(json, size, throwOnEndOfStream: false, cancellationToken) < size)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(json, PartJsonContext.Default.PartHeader);
        }
        catch (JsonException)
        {
            // Of another version.
            return null;
        }
    }

    private static async Task<bool> CopyAsync(Stream source, Stream target, long count, CancellationToken cancellationToken)
    {
        var buffer = new byte[128 * 1024];
        while (count > 0)
        {
            var read = await source.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, count)), cancellationToken);
            if (read == 0)
            {
                return false;
            }

            await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            count -= read;
        }

        return true;
    }
}
