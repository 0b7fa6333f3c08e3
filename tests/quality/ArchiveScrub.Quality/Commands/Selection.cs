using System.CommandLine;
using ArchiveScrub.Quality.Corpora;

namespace ArchiveScrub.Quality.Commands;

/// <summary>The options by which commands choose pages of the corpus.</summary>
internal sealed class Selection
{
    private readonly Option<string?> _corpus = new("--corpus") { Description = "The folder of the corpus (default: shared/corpus beside the repository).", HelpName = "DIR" };
    private readonly Option<bool> _html = new("--html") { Description = "Raw pages only." };
    private readonly Option<bool> _text = new("--text") { Description = "Text captures only." };
    private readonly Option<string?> _only = new("--only") { Description = "Only the pages with these ids, separated by commas.", HelpName = "ID,ID" };
    private readonly Option<string?> _type = new("--type") { Description = "Only pages of this type: article, forum, ...", HelpName = "TYPE" };
    private readonly Option<int> _jobs = new("--jobs") { Description = "Pages at a time (default: one a core).", HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        AddSystemTo(command);
        command.Options.Add(_only);
        command.Options.Add(_type);
    }

    /// <summary>Adds the options to a command that has its own way to choose pages.</summary>
    public void AddSystemTo(Command command)
    {
        foreach (var option in (ReadOnlySpan<Option>)[_corpus, _html, _text, _jobs])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The corpus.</summary>
    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    public Corpus Corpus(ParseResult options) => Corpora.Corpus.Open(options.GetValue(_corpus));

    /// <summary>Raw pages, text captures or both.</summary>
    public IReadOnlyList<PageFormat> Formats(ParseResult options) => (options.GetValue(_html), options.GetValue(_text)) switch
    {
        (true, false) => [PageFormat.Html],
        (false, true) => [PageFormat.Text],
        _ => [PageFormat.Html, PageFormat.Text],
    };

    /// <summary>Ids of the chosen pages, in order.</summary>
    public IReadOnlyList<string> Ids(ParseResult options, Corpus corpus)
    {
        var only = options.GetValue(_only)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (only?.Except(corpus.Ids, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            throw new InvalidDataException($"the corpus has no page {unknown}");
        }

        var type = options.GetValue(_type);
        return [.. corpus.Ids.Where(id => (only is null || only.Contains(id)) && (type is null || corpus.ReadGold(id).PageType == type))];
    }

    /// <summary>How many pages at a time.</summary>
    public int Jobs(ParseResult options) => Math.Max(1, options.GetValue(_jobs));
}
