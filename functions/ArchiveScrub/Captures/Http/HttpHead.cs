using System.Globalization;
using ArchiveScrub.Captures.Compression;

namespace ArchiveScrub.Captures.Http;

/// <summary>What stands before the body of an HTTP response, read leniently (RFC 9112).</summary>
internal sealed record HttpHead
{
    /// <summary>The status code; null where there is no status line.</summary>
    public int? Status { get; init; }

    /// <summary>The <c>Content-Type</c>, verbatim.</summary>
    public string? MediaType { get; init; }

    /// <summary>Whether the body is declared to be in chunks.</summary>
    public bool IsChunked { get; init; }

    /// <summary>The content codings, lower case, in the order in which they were applied; <c>identity</c> is left out.</summary>
    public IReadOnlyList<string> Codings { get; init; } = [];

    /// <summary>What is odd about it.</summary>
    public IReadOnlyList<string> Oddities { get; init; } = [];

    /// <summary>Reads the head, and leaves the block at the body; null where it exceeds a limit.</summary>
    public static async ValueTask<HttpHead?> ReadAsync(ByteWindow block, CaptureLimits limits, CancellationToken cancellationToken)
    {
        await block.FillAsync(64, cancellationToken);
        var start = Look(block.Available);
        if (start == Start.Body)
        {
            return new HttpHead { Oddities = ["the response has neither a status line nor headers"] };
        }

        if (await new HeaderReader(block, limits).ReadAsync(hasFirstLine: start == Start.StatusLine, cancellationToken) is not { } header)
        {
            return null;
        }

        var oddities = header.Oddities.ToList();
        var status = ReadStatus(header.FirstLine);
        if (start == Start.Field)
        {
            oddities.Add("the response has no status line");
        }
        else if (status is null)
        {
            oddities.Add($"the status line has no status: {Clip(header.FirstLine)}");
        }

        if (!header.IsWhole)
        {
            oddities.Add("the headers do not end");
        }

        return new HttpHead
        {
            Status = status,
            MediaType = header["Content-Type"],
            IsChunked = header.All("Transfer-Encoding").Any(static value => value.Contains("chunked", StringComparison.OrdinalIgnoreCase)),
            Codings = [.. header.All("Content-Encoding").SelectMany(static value => value.ToLowerInvariant().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Where(static coding => coding is not ("identity" or "none" or "utf-8" or "8bit" or "binary"))],
            Oddities = oddities,
        };
    }

    private static Start Look(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("HTTP/"u8) || bytes.StartsWith("http/"u8) || bytes.StartsWith("ICY "u8))
        {
            return Start.StatusLine;
        }

        // A field's name, as RFC 9110 section 5.1 has it, and its colon.
        var name = bytes.IndexOfAnyExcept(FieldName);
        return name > 0 && bytes[name] == (byte)':' && !bytes[(name + 1)..].StartsWith("//"u8) ? Start.Field : Start.Body;
    }

    /// <summary>The number behind the version: three digits.</summary>
    private static int? ReadStatus(string line)
    {
        var parts = line.Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 1 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 100 and <= 999 ? status : null;
    }

    private static string Clip(string line) => line.Length <= 40 ? line : line[..40] + "…";

    private static readonly System.Buffers.SearchValues<byte> FieldName =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"u8);

    private enum Start
    {
        StatusLine,
        Field,
        Body,
    }
}
