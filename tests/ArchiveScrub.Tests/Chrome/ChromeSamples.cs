using System.Text;
using ArchiveScrub.Chrome;
using ArchiveScrub.Chrome.Model;

namespace ArchiveScrub.Tests.Chrome;

/// <summary>
/// Small pages of our own writing. One block of each is marked: <c>⟦Text⟧</c>. A page that begins with <c>&lt;</c> is
/// HTML, any other a text capture.
/// </summary>
internal static class ChromeSamples
{
    /// <summary>Two paragraphs of a report, about nothing that a rule knows.</summary>
    public const string Body1 = """
        The river rose for the third day in a row on Tuesday, and by the evening the lower streets of the old town stood half a metre deep in brown water, the mayor's office said.

        Volunteers carried furniture up the stairs of the school, while the fire brigade pumped out the cellars of the hospital and moved its generators to the roof of the building.
        """;

    /// <summary>Two more.</summary>
    public const string Body2 = """
        Meteorologists expect the rain to stop before the weekend, but the ground is full, they warned, and even a short storm could lift the level again within a few hours.

        The railway line to the coast stays closed until the bridge has been looked at by engineers, who plan to start their work as soon as the water lets them come near the piers.
        """;

    /// <summary>Two more.</summary>
    public const string Body3 = """
        Farmers in the valley have moved their cattle to the hills, where hay is short, and the council has asked the neighbouring districts to send what they can spare before Sunday.

        Nobody has been hurt so far, though a fisherman was taken from the roof of his hut by helicopter after he had waited there for eleven hours with his dog and a lamp.
        """;

    /// <summary>And two more.</summary>
    public const string Body4 = """
        The last flood of this height came forty years ago, and the line that it left on the wall of the mill is still shown to visitors, who rarely believe what they see.

        Since then the meadows above the town have been built over, and the water that they used to hold runs straight into the river, as two studies found without anyone taking note.
        """;

    private const char Open = '\u27E6';
    private const char Close = '\u27E7';

    /// <summary>Text between the two halves of a report, in its body.</summary>
    public static string Inside(string text) => Head + Body1 + "\n\n" + text + "\n\n" + Body2 + "\n";

    /// <summary>Text after the report, far enough from it.</summary>
    public static string After(string text) => Head + Body1 + "\n\n" + Body2 + "\n\n" + text + "\n";

    /// <summary>Text before the headline.</summary>
    public static string Before(string text) => text + "\n\n" + Head + Body1 + "\n\n" + Body2 + "\n";

    /// <summary>An HTML page with something after the paragraphs of its article.</summary>
    public static string Html(string markup) => "<html><head><title>River floods the old town</title></head><body><article><h1>River floods the old town</h1>"
        + Paragraphs(Body1) + Paragraphs(Body2) + "</article>" + markup + "</body></html>";

    /// <summary>An HTML page with something among the paragraphs of its article.</summary>
    public static string HtmlInside(string markup) => "<html><head><title>River floods the old town</title></head><body><article><h1>River floods the old town</h1>"
        + Paragraphs(Body1) + markup + Paragraphs(Body2) + "</article></body></html>";

    /// <summary>Scrubs the page and gives the verdict on the marked block. Rules of the simple content decision are asked without a model.</summary>
    public static Verdict VerdictOnMarked(string page, string rule)
    {
        var isSimple = rule.StartsWith("content.", StringComparison.Ordinal) || rule.StartsWith("context.", StringComparison.Ordinal);
        var start = page.IndexOf(Open, StringComparison.Ordinal);
        var end = page.IndexOf(Close, StringComparison.Ordinal);
        var marked = page[(start + 1)..end];
        var text = page.Replace(Open.ToString(), "", StringComparison.Ordinal).Replace(Close.ToString(), "", StringComparison.Ordinal);
        var result = Scrub(text, isSimple ? WithoutModel : Shared);
        var blocks = result.Page.Blocks.ToList();
        var at = blocks.FindLastIndex(b => b.Text == marked);
        at = at >= 0 ? at : blocks.FindLastIndex(b => b.Text.Contains(marked, StringComparison.Ordinal));
        if (at >= 0)
        {
            return result.Verdicts[at];
        }

        throw new InvalidOperationException($"No block holds '{marked}'. Blocks: {string.Join(" | ", result.Page.Blocks.Select(b => b.Text))}");
    }

    /// <summary>Scrubs a page of text.</summary>
    public static ScrubResult Scrub(string text) => Scrub(text, Shared);

    private static ScrubResult Scrub(string text, Scrubber scrubber)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var page = new Page
        {
            Capture = new CaptureIdentity(null, "sample", bytes.Length, new string('0', 64)),
            Payload = bytes,
            Format = text.StartsWith('<') ? PageFormat.Html : PageFormat.Text,
            DeclaredCharset = "utf-8",
        };
        return scrubber.Scrub(page);
    }

    private const string Head = "River floods the old town\n\n";

    private static string Paragraphs(string body) => string.Concat(body.Split("\n\n").Select(p => "<p>" + p.Trim() + "</p>"));

    private static readonly Scrubber Shared = new();

    private static readonly Scrubber WithoutModel = new(null, new ChromeDetector(BlockModels.None));
}
