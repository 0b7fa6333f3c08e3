using MimeKit;

namespace ArchiveScrub.Captures.Mhtml;

/// <summary>
/// Reads an MHTML file once, forward, and keeps of it the headers of its parts and the content of the page: the root of
/// the <c>multipart/related</c> (RFC 2387), the HTML form of <c>multipart/alternative</c>. What a page of frames shows is
/// kept, too.
/// </summary>
internal sealed class MhtmlParser : MimeReader
{
    // Each level is a frame on MimeKit's stack and a boundary that every line is compared with. Real files have three.
    private const int MaxDepth = 16;

    // A page refers to some hundred parts; what is known of each is held until the end.
    private const int MaxParts = 10_000;

    private readonly CaptureSource _source;
    private readonly HeaderGuard _guard;
    private readonly Stack<OpenMultipart> _open = new();
    private readonly List<MhtmlPart> _parts = [];
    private MhtmlHeaders _headers = new();
    private MhtmlPart? _fallback;
    private bool _isFrameset;
    private long _keptFrames;

    private MhtmlParser(CaptureSource source, HeaderGuard guard)
        : base(new ParserOptions { MaxMimeDepth = MaxDepth }, guard, MimeFormat.Entity)
    {
        _source = source;
        _guard = guard;
    }

    /// <summary>The headers of the file.</summary>
    public MhtmlHeaders Headers { get; private set; } = new();

    /// <summary>All parts, in order.</summary>
    public IReadOnlyList<MhtmlPart> Parts => _parts;

    /// <summary>The part that is the page; null where there is none.</summary>
    public MhtmlPart? Root { get; private set; }

    /// <summary>Whether the file breaks off in its headers or before its last boundary.</summary>
    public bool IsCutOff { get; private set; } = true;

    /// <summary>Reads a file to its end.</summary>
    /// <exception cref="CaptureException">It is no MHTML, or exceeds a limit.</exception>
    public static async ValueTask<MhtmlParser> ReadAsync(CaptureSource source, CancellationToken cancellationToken)
    {
        await using var guard = new HeaderGuard(source);
        var parser = new MhtmlParser(source, guard);
        try
        {
            await parser.ReadEntityAsync(cancellationToken);
        }
        catch (FormatException e)
        {
            throw source.Error(CaptureErrorCodes.RecordInvalid, "the file is not MHTML: its headers cannot be read", offset: parser.Position, cause: e);
        }

        parser.Root ??= parser._fallback;
        return parser;
    }

    protected override void OnHeadersBegin(long beginOffset, int beginLineNumber, CancellationToken cancellationToken)
    {
        _guard.HeadersBegin(beginOffset);
        _headers = new MhtmlHeaders();
    }

    protected override void OnHeaderRead(Header header, int beginLineNumber, CancellationToken cancellationToken) => _headers.Add(header);

    protected override void OnHeadersEnd(long beginOffset, int beginLineNumber, long endOffset, int endLineNumber, CancellationToken cancellationToken)
    {
        _guard.HeadersEnd();
        if (beginOffset == 0)
        {
            Headers = _headers;
        }
    }

    protected override void OnBodySeparator(long beginOffset, int lineNumber, long endOffset, CancellationToken cancellationToken) =>
        IsCutOff &= _open.Count > 0;

    protected override void OnMultipartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken)
    {
        var isOnPath = Enter();
        _open.Push(new OpenMultipart(contentType.MediaSubtype.ToLowerInvariant(), MhtmlHeaders.Bare(contentType.Parameters["start"]), isOnPath));
        IsCutOff = true;
    }

    protected override void OnMultipartEndBoundaryEnd(long beginOffset, int lineNumber, long endOffset, CancellationToken cancellationToken) =>
        IsCutOff &= _open.Count > 1;

    protected override void OnMultipartEnd(ContentType contentType, long beginOffset, int beginLineNumber, long headersEndOffset, long endOffset, int lines, CancellationToken cancellationToken) =>
        _open.Pop();

    protected override void OnMimePartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken)
    {
        if (_parts.Count == MaxParts)
        {
            throw _source.Error(CaptureErrorCodes.TooLarge, $"the file has more than {MaxParts.ToString(System.Globalization.CultureInfo.InvariantCulture)} parts", offset: beginOffset);
        }

        var part = new MhtmlPart(_headers, beginOffset);
        _parts.Add(part);
        var isHtml = contentType.MimeType.ToLowerInvariant() is "text/html" or "application/xhtml+xml";
        if (Enter())
        {
            // Of alternatives the last one is the best, but text that is HTML goes before any other.
            if (Root is null || isHtml)
            {
                Root?.Forget();
                Root = part;
                part.Keep();
            }
        }
        else if (isHtml && _isFrameset)
        {
            part.Keep();
        }
        else if (isHtml && Root is null && _fallback is null)
        {
            // What "start" names may never come.
            _fallback = part;
            part.Keep();
        }
    }

    protected override void OnMimePartContentRead(byte[] buffer, int startIndex, int count, CancellationToken cancellationToken)
    {
        var limit = _source.Limits.MaxPageBytes;
        _parts[^1].Append(buffer.AsSpan(startIndex, count), _parts[^1] == Root || _parts[^1] == _fallback ? limit : (int)(limit - _keptFrames));
    }

    protected override void OnMimePartEnd(ContentType contentType, long beginOffset, int beginLineNumber, long headersEndOffset, long endOffset, int lines, CancellationToken cancellationToken)
    {
        var part = _parts[^1];
        part.Length = endOffset - beginOffset;
        if (_open.Count == 0)
        {
            part.Flush();
        }

        if (part == Root)
        {
            _fallback?.Forget();
            _isFrameset = Framesets.IsFrameset(part.Content.Span);
        }
        else if (part != _fallback)
        {
            _keptFrames += part.Content.Length;
        }
    }

    private bool Enter()
    {
        if (_open.TryPeek(out var parent))
        {
            return parent.Enter(_headers.Id);
        }

        return true;
    }
}
