using System.Collections.Frozen;

namespace ArchiveScrub.Blocks.Html;

/// <summary>Which start tags make HtmlAgilityPack 1.13 close the element they stand directly in.</summary>
internal static class ParserRules
{
    private static readonly FrozenSet<(int Parent, int Child)> Pairs = Build();

    /// <summary>Whether a start tag closes an open element, both by the ids of <see cref="HtmlTags"/>.</summary>
    public static bool Closes(int parent, int child) => Pairs.Contains((parent, child));

    private static FrozenSet<(int Parent, int Child)> Build()
    {
        var pairs = new HashSet<(int Parent, int Child)>();
        void Add(string parents, string children)
        {
            foreach (var parent in parents.Split(' '))
            {
                foreach (var child in children.Split(' '))
                {
                    pairs.Add((HtmlTags.Find(parent)!.Id, HtmlTags.Find(child)!.Id));
                }
            }
        }

        Add("a", "a");
        Add("dd dt", "dt dd");
        Add("li", "li");
        Add("p", "address article aside blockquote dir div dl fieldset footer form h1 h2 h3 h4 h5 h6 header hr li menu nav ol p pre section table ul");
        Add("option", "option");
        Add("title", "title");
        Add("table", "table");
        Add("tr", "tr thead tbody tfoot");
        Add("thead tbody", "tbody tfoot");
        Add("caption", "tr thead tbody tfoot colgroup");
        Add("colgroup", "tr thead tbody tfoot");
        Add("td th", "td th tr tbody tfoot");
        Add("h1", "h2 h3 h4 h5");
        Add("h2", "h1 h3 h4 h5");
        Add("h3", "h1 h2 h4 h5");
        Add("h4", "h1 h2 h3 h5");
        Add("h5", "h1 h2 h3 h4");
        return pairs.ToFrozenSet();
    }
}
