using System.Globalization;
using System.Text.Json;
using ArchiveScrub.Captures.Zip;

namespace ArchiveScrub.Captures.Wacz;

/// <summary>
/// Reads the lists of pages (WACZ 1.1.1, section 5.2): a JSON object a line, the first one about the list. Lines that are
/// no such thing are passed over: titles and ids are evidence, not needed for the pages themselves.
/// </summary>
internal sealed class PageListReader(PageList pages)
{
    // Some writers put the whole text of a page into its line.
    private const int MaxLineBytes = 4 * 1024 * 1024;

    /// <summary>Reads a list to its end, whatever fits of it.</summary>
    /// <returns>Whether all of it fitted.</returns>
    public async ValueTask<bool> ReadAsync(ZipEntryStream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        var length = 0;
        var isTooLong = false;
        var isWhole = true;
        while (true)
        {
            if (length == buffer.Length)
            {
                if (length >= MaxLineBytes)
                {
                    // The rest of the line is read and forgotten.
                    isTooLong = true;
                    isWhole = false;
                    length = 0;
                }
                else
                {
                    Array.Resize(ref buffer, buffer.Length * 2);
                }
            }

            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken);
            if (read == 0)
            {
                return (isTooLong || TakeLine(buffer.AsSpan(0, length))) && isWhole;
            }

            length += read;
            var start = 0;
            for (var end = buffer.AsSpan(0, length).IndexOf((byte)'\n'); end >= 0; end = buffer.AsSpan(start, length - start).IndexOf((byte)'\n'))
            {
                isWhole &= isTooLong || TakeLine(buffer.AsSpan(start, end));
                isTooLong = false;
                start += end + 1;
            }

            buffer.AsSpan(start, length - start).CopyTo(buffer);
            length -= start;
        }
    }

    /// <summary>Takes a line on, if it is of a page; false where the list is full.</summary>
    private bool TakeLine(ReadOnlySpan<byte> line)
    {
        string? uri = null, id = null, title = null, date = null;
        try
        {
            var json = new Utf8JsonReader(line);
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            {
                return true;
            }

            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var name = json.ValueTextEquals("url"u8) ? 'u' : json.ValueTextEquals("id"u8) ? 'i' : json.ValueTextEquals("title"u8) ? 't' : json.ValueTextEquals("ts"u8) ? 'd' : ' ';
                json.Read();
                if (json.TokenType != JsonTokenType.String || name == ' ')
                {
                    json.Skip();
                    continue;
                }

                var value = json.GetString();
                (uri, id, title, date) = name switch
                {
                    'u' => (value, id, title, date),
                    'i' => (uri, value, title, date),
                    't' => (uri, id, value, date),
                    _ => (uri, id, title, value),
                };
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // No JSON, or a string that is no text (half a surrogate pair).
            return true;
        }

        return uri is null || pages.TryAdd(uri, new ListedPage(DateOf(date), NullIfBlank(id), NullIfBlank(title)));
    }

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static DateTimeOffset? DateOf(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;
}
