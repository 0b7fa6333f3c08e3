using System.Text;

namespace ArchiveScrub.Benchmarks.Reports;

/// <summary>A table of Markdown; all columns but the first are numbers.</summary>
internal sealed class MarkdownTable(params string[] head)
{
    private readonly List<string[]> _rows = [];

    /// <summary>Adds a row.</summary>
    public void Add(params string[] cells)
    {
        if (cells.Length != head.Length)
        {
            throw new ArgumentException($"A row has {head.Length} cells, not {cells.Length}.", nameof(cells));
        }

        _rows.Add(cells);
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        Append(head);
        Append([.. head.Select(static (_, i) => i == 0 ? "---" : "---:")]);
        _rows.ForEach(Append);
        return text.ToString();

        void Append(string[] cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
    }
}
