using System.Security.Cryptography;
using System.Text;

namespace ArchiveScrub.Tests.Generated;

/// <summary>Pages for tests, and what the scrubber makes of them.</summary>
internal static class Pages
{
    /// <summary>How many generated pages a property is tried on.</summary>
    public const int Count = 600;

    private static readonly Lazy<ScrubbedPage[]> Scrubbed = new(static () => [.. Enumerable.Range(0, Count).AsParallel().AsOrdered().Select(Scrub)]);

    public static Scrubber Scrubber { get; } = new();

    /// <summary>Generated pages, scrubbed once for all tests.</summary>
    public static IReadOnlyList<ScrubbedPage> Generated => Scrubbed.Value;

    public static Page Of(byte[] payload, PageFormat format, string name = "test") => new()
    {
        Capture = new CaptureIdentity("tests", name, payload.Length, Convert.ToHexStringLower(SHA256.HashData(payload))),
        Payload = payload,
        Format = format,
    };

    public static Page OfText(string text) => Of(Encoding.UTF8.GetBytes(text), PageFormat.Text);

    public static Page OfHtml(string html) => Of(Encoding.UTF8.GetBytes(html), PageFormat.Html);

    /// <summary>Tries a property on every generated page; the message names the page that fails.</summary>
    public static void ForAll(Action<ScrubbedPage> property)
    {
        foreach (var page in Generated)
        {
            try
            {
                property(page);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"{page.Page.Capture.Name}: {e.Message}", e);
            }
        }
    }

    private static ScrubbedPage Scrub(int seed)
    {
        var page = PageGenerator.Page(seed);
        return new ScrubbedPage(page, Scrubber.Scrub(page));
    }
}

/// <summary>A page and what came out of it.</summary>
internal sealed record ScrubbedPage(Page Page, ScrubResult Result);
