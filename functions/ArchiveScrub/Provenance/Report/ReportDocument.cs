using System.Security.Cryptography;
using System.Text;

namespace ArchiveScrub.Provenance.Report;

/// <summary>
/// One HTML file that holds all it needs. Its policy lets the one script and the one style sheet of ours run, by their
/// hashes, and nothing else: no request leaves the page, and no script of a capture can run in it.
/// </summary>
internal static class ReportDocument
{
    /// <summary>Puts the file together.</summary>
    /// <param name="title">Title of the window.</param>
    /// <param name="name">Name of the style sheet and the script: <c>page</c> or <c>index</c>.</param>
    /// <param name="body">What is shown.</param>
    /// <param name="json">Data for the script.</param>
    public static string Compose(string title, string name, Html body, string json)
    {
        var style = Load("report.css") + Load(name + ".css");
        var script = Load(name + ".js");
        return new Html().Add($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '{Hash(style)}'; script-src '{Hash(script)}'; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <meta name="robots" content="noindex">
            <title>{title}</title>
            <style>
            """).AddRaw(style).AddRaw("</style>\n</head>\n<body>\n").Add($"{body}")
            .AddRaw("<script type=\"application/json\" id=\"data\">")
            // In JSON the sign stands in strings only.
            .AddRaw(json.Replace("<", "\\u003c", StringComparison.Ordinal))
            .AddRaw("</script>\n<script>").AddRaw(script).AddRaw("</script>\n</body>\n</html>\n")
            .ToString();
    }

    private static string Hash(string source) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(source)));

    private static string Load(string name)
    {
        using var stream = typeof(ReportDocument).Assembly.GetManifestResourceStream("ArchiveScrub.Report." + name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
