using System.Security.Cryptography;
using System.Text;

namespace ArchiveScrub.Tests.Chrome.Profiles;

/// <summary>A made-up newspaper of eight articles, as HTML or as text captures. Every article has a body of its own and the same chrome around it.</summary>
internal static class MadeUpSite
{
    /// <summary>A sentence about the paper that stands under every article and reads like a part of it.</summary>
    public const string Standing = "The Merrow Courier has been printed in the old rope works by the harbour since 1911, and four families of the town still own it.";

    /// <summary>The name of the paper, which stands over every article.</summary>
    public const string Name = "The Merrow Courier of the Northern Harbours";

    private static readonly (string Title, string[] Body)[] Articles =
    [
        ("Ferry runs again after the storm", ["The ferry to the outer islands ran again on Monday after four days in which no boat could leave the harbour.", "Some sixty passengers had slept in the school, where the parish handed out blankets and soup, the harbour master said.", "He expects the mail to be carried over in two trips before the end of the week."]),
        ("Council argues over the price of water", ["The council met for three hours on Tuesday and could not agree on what a cubic metre of water should cost.", "The treasurer wants to raise the price by a tenth, because two of the pumps are older than he is.", "The vote was put off until the engineers have shown their figures."]),
        ("Old mill becomes a museum of bread", ["The mill at the edge of the marsh, which stood empty for thirty years, opens on Saturday as a museum of bread.", "Visitors can grind their own flour and bake it in an oven that volunteers built from the stones of the former stable.", "Entry is free for children, and the first loaf was promised to the oldest miller of the county."]),
        ("Teachers plant a forest with their pupils", ["Two hundred pupils planted oaks and alders on the field behind the station this week.", "Their teachers had collected the acorns in autumn and kept them in sand in the cellar of the gym.", "In forty years, the head of the school said, somebody will sit in the shade and not know why."]),
        ("Fishermen count fewer herring", ["The boats that came home on Thursday had half as much herring in their holds as in the same week of last year.", "Biologists believe that the shoals have moved north with the cold water, and that they may come back in spring.", "Two skippers have already changed their nets and go for crab."]),
        ("Bridge gets a second set of lights", ["From next month on a second set of lights will tell the drivers on the southern bank when the bridge is about to open.", "Last summer three cars had to be pulled back by the fire brigade after they had passed the barrier.", "The work will be done at night, and buses will go round by the mill."]),
        ("Choir sings in the empty swimming pool", ["Because the church is being painted, the choir sang its summer concert in the empty swimming pool on Friday.", "The tiles gave back every note twice, said the conductor, who had asked the altos to stand at the deep end.", "Those who had no chair sat on the edge and let their legs hang down."]),
        ("Library lends out tools and ladders", ["Whoever has a card of the library may now also borrow a drill, a saw or a ladder for a week.", "The tools come from a workshop that closed in winter, and a retired joiner looks after them on Wednesdays.", "The ladder, the librarian said, is so far the only thing that came back late."]),
    ];

    public static int Count => Articles.Length;

    /// <summary>The first sentence of an article.</summary>
    public static string Opening(int article) => Articles[article].Body[0];

    /// <summary>An article as a page.</summary>
    /// <param name="article">Which one.</param>
    /// <param name="format">HTML or text.</param>
    /// <param name="address">Its address; null for a page that has only the folder that it lies in.</param>
    /// <param name="inBody">Stands in its body, after the first paragraph.</param>
    public static Page Page(int article, PageFormat format, string? address = "https://courier.example/{0}", string inBody = "")
    {
        var text = format == PageFormat.Html ? Html(article, inBody) : Text(article, inBody);
        return Of(text, format, $"courier/{article}.{(format == PageFormat.Html ? "html" : "txt")}", address?.Replace("{0}", $"{article}", StringComparison.Ordinal));
    }

    public static IEnumerable<Page> Pages(PageFormat format, string? address = "https://courier.example/{0}") => Enumerable.Range(0, Count).Select(i => Page(i, format, address));

    public static Page Of(string text, PageFormat format, string name, string? address)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new Page
        {
            Capture = new CaptureIdentity("made-up", name, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))),
            Payload = bytes,
            Format = format,
            TargetUri = address,
            DeclaredCharset = "utf-8",
        };
    }

    public static string Html(int article, string inBody = "")
    {
        var (title, body) = Articles[article];
        var paragraphs = body.Select(static p => $"<p>{p}</p>").ToList();
        paragraphs.Insert(1, inBody.Length > 0 ? $"<p>{inBody}</p>" : "");
        return $"""
            <!DOCTYPE html><html><head><title>{title}</title></head><body>
            <div><h1>{Name}</h1></div>
            <div><a href="/">Home</a> <a href="/town">Town</a> <a href="/sea">Sea</a></div>
            <div><h1>{title}</h1>{string.Concat(paragraphs)}<p>{Standing}</p></div>
            <div><p>Answers to the crossword can be had at the counter.</p></div>
            </body></html>
            """;
    }

    public static string Text(int article, string inBody = "")
    {
        var (title, body) = Articles[article];
        var paragraphs = body.ToList();
        paragraphs.Insert(1, inBody);
        return string.Join("\n\n", new[] { Name, "Home", "Town", "Sea", title }.Concat(paragraphs.Where(static p => p.Length > 0)).Append(Standing).Append("Answers to the crossword can be had at the counter.")) + "\n";
    }
}
