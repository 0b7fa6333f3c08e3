using System.Text;
using ArchiveScrub.Captures.Compression;

namespace ArchiveScrub.Captures;

/// <summary>
/// Reads headers leniently: lines that end with CRLF or LF, values that go on in lines that begin with a blank, lines
/// without a colon. How many lines there are, and how long each is, is limited.
/// </summary>
internal sealed class HeaderReader(ByteWindow window, CaptureLimits limits)
{
    /// <summary>A header with LF alone at line ends.</summary>
    public const string BareLineEnds = "lines end with LF alone";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly SortedSet<string> _oddities = new(StringComparer.Ordinal);

    /// <summary>Reads a header, first line and all; null where it exceeds a limit.</summary>
    /// <param name="hasFirstLine">Whether the first line is none of the fields.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async ValueTask<HeaderBlock?> ReadAsync(bool hasFirstLine, CancellationToken cancellationToken)
    {
        var fields = new List<KeyValuePair<string, string>>();
        var first = "";
        for (var lines = 0; ; lines++)
        {
            var (line, isTooLong, isWhole) = await ReadLineAsync(cancellationToken);
            if (isTooLong || lines > limits.MaxHeaderLines)
            {
                return null;
            }

            if (line.Length == 0 || !isWhole)
            {
                return new HeaderBlock { FirstLine = first, Fields = fields, Oddities = [.. _oddities], IsWhole = isWhole };
            }

            if (lines == 0 && hasFirstLine)
            {
                first = line;
            }
            else
            {
                Add(fields, line);
            }
        }
    }

    private void Add(List<KeyValuePair<string, string>> fields, string line)
    {
        if (line[0] is ' ' or '\t' && fields.Count > 0)
        {
            _oddities.Add("a value is folded over lines");
            var value = fields[^1].Value + " " + line.Trim();
            fields[^1] = new(fields[^1].Key, value.Length > limits.MaxHeaderLineBytes ? fields[^1].Value : value);
            return;
        }

        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
        {
            _oddities.Add("a line has no name and colon");
            return;
        }

        fields.Add(new(line[..colon].Trim(), line[(colon + 1)..].Trim()));
    }

    /// <summary>Reads a line without its end; one that breaks off is not whole.</summary>
    public async ValueTask<(string Line, bool IsTooLong, bool IsWhole)> ReadLineAsync(CancellationToken cancellationToken)
    {
        var searched = 0;
        while (true)
        {
            var end = window.Available[searched..].IndexOf((byte)'\n');
            if (end >= 0)
            {
                end += searched;
                if (end > limits.MaxHeaderLineBytes)
                {
                    return ("", true, false);
                }

                var line = window.Available[..end];
                if (line is [.., (byte)'\r'])
                {
                    line = line[..^1];
                }
                else
                {
                    _oddities.Add(BareLineEnds);
                }

                var text = Decode(line);
                window.Advance(end + 1);
                return (text, false, true);
            }

            searched = window.Available.Length;
            if (searched > limits.MaxHeaderLineBytes)
            {
                return ("", true, false);
            }

            if (!await window.FillAsync(searched + 1, cancellationToken))
            {
                window.Advance(window.Available.Length);
                return ("", false, false);
            }
        }
    }

    /// <summary>UTF-8 as WARC demands it, or else a character a byte, as HTTP was once understood.</summary>
    private static string Decode(ReadOnlySpan<byte> line)
    {
        try
        {
            return StrictUtf8.GetString(line);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(line);
        }
    }
}
