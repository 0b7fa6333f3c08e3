using System.Net;
using System.Reflection;
using SmartReader;

namespace ArchiveScrub.Functions;

/// <summary>
/// SmartReader, a port of Mozilla's Readability, as a second opinion. It is given the page that we have, and a client
/// that refuses every request.
/// </summary>
internal sealed class SmartReaderOpinion : ISecondOpinion
{
    /// <summary>Longer pages are not shown to it: its regular expressions have no time limit.</summary>
    private const int MaxCharacters = 2 << 20;

    /// <summary>What it takes relative addresses to be relative to, where the page's own is not known.</summary>
    private const string NoUri = "https://capture.invalid/";

    static SmartReaderOpinion() => Reader.SetBaseHttpClientHandler(new NoNetwork());

    /// <inheritdoc/>
    public string Tool { get; } = $"SmartReader/{typeof(Reader).Assembly.GetCustomAttribute<AssemblyFileVersionAttribute>()?.Version ?? "0"}";

    /// <inheritdoc/>
    public string? FindText(string html, string? targetUri, CancellationToken cancellationToken)
    {
        if (html.Length > MaxCharacters)
        {
            return null;
        }

        using var reader = new Reader(Uri.TryCreate(targetUri, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri!.AbsoluteUri : NoUri, html);
        var article = reader.GetArticle();
        return article.IsReadable ? article.TextContent : null;
    }

    /// <summary>Refuses every request.</summary>
    private sealed class NoNetwork : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new HttpRequestException("nothing is fetched", inner: null, HttpStatusCode.Forbidden);
    }
}
