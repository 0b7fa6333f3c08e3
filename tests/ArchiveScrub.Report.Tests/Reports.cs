using System.Text;

namespace ArchiveScrub.Report.Tests;

/// <summary>Reports for the tests.</summary>
internal static class Reports
{
    private static readonly Scrubber Scrubber = new();

    /// <summary>Text that would do harm where it were taken for markup or script.</summary>
    public const string Hostile = "</script><script>document.title='hacked'</script><img src=x onerror=\"document.title='hacked'\"><style>*{display:none}</style>'\"--><!--]]>\u202E${document.title='hacked'}";

    public static string OfSample(string name)
    {
        var result = Scrub(File.ReadAllBytes(System.IO.Path.Combine(Samples, name)), name);
        return PageReport.Write(result.Manifest, result.CleanText, RuleCatalog.All);
    }

    public static ScrubResult Scrub(byte[] payload, string name, string? uri = null)
    {
        using var stream = new MemoryStream(payload);
        var page = new CaptureReader().ReadAsync(stream, new CaptureDescription("captures", name, TargetUri: uri)).ToBlockingEnumerable().Single();
        return Scrubber.Scrub(page);
    }

    /// <summary>A page of so many blocks: a long article in a site's furniture.</summary>
    public static ScrubResult Long(int blocks)
    {
        var html = new StringBuilder("<html lang=en><title>Long</title><nav><ul>");
        for (var i = 0; i < blocks / 4; i++)
        {
            html.Append("<li><a href='/").Append(i).Append("'>Section ").Append(i).Append("</a></li>");
        }

        html.Append("</ul></nav><article><h1>A year of the harbour in notes</h1>");
        for (var i = 0; i < blocks - (blocks / 4) - 1; i++)
        {
            html.Append("<p>Note ").Append(i).Append(": the boats went out before dawn and came back with less than they had hoped for, and the auction was short.</p>");
        }

        return Scrub(Encoding.UTF8.GetBytes(html.Append("</article></html>").ToString()), "long.html");
    }

    /// <summary>A page whose every text is hostile, as are its name and address.</summary>
    public static ScrubResult OfHostile()
    {
        var text = System.Net.WebUtility.HtmlEncode(Hostile);
        var html = $"<html lang=en><title>{text}</title><nav><a href=/>Home {text}</a></nav><article><h1>Harbour {text}</h1><p>The harbour council said on Monday that ferries would stop while engineers look at the old pier. {text}</p><pre>{text}</pre></article>";
        return Scrub(Encoding.UTF8.GetBytes(html), "x'</script><script>document.title='hacked'</script>.html", "https://example.org/</title><script>document.title='hacked'</script>");
    }

    private static string Samples { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "ArchiveScrub.sln")))
        {
            folder = folder.Parent;
        }

        return System.IO.Path.Combine(folder!.FullName, "tests", "captures");
    }
}
