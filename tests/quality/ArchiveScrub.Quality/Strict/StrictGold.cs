using System.Globalization;
using ArchiveScrub.Quality.Corpora;

namespace ArchiveScrub.Quality.Strict;

/// <summary>
/// Strict gold: article pages of the corpus, labelled by hand line by line. <c>ID.tsv</c> holds rows <c>LINE</c> or
/// <c>FIRST-LAST</c> (1-based, of the text capture), a tab, a kind; <c>!</c> behind it marks a line that mixes kinds,
/// <c>?</c> alone one that cannot be told. <c>even.txt</c> names the pages at even positions of the order in which they
/// were drawn; all others are the odd half, whose pages, labels and scores by page are not to be looked at.
/// </summary>
internal sealed class StrictGold
{
    private readonly string _folder;
    private readonly HashSet<string> _even;

    /// <summary>Opens the gold.</summary>
    /// <param name="folder">The folder that holds it.</param>
    /// <exception cref="InvalidDataException"><c>even.txt</c> names a page that is not there.</exception>
    public StrictGold(string folder)
    {
        _folder = folder;
        Ids = [.. Directory.EnumerateFiles(folder, "*.tsv").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];
        _even = [.. File.ReadAllLines(Path.Combine(folder, "even.txt")).Where(line => line.Length > 0)];
        if (_even.Except(Ids, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            throw new InvalidDataException($"strict gold has no page {unknown}, which even.txt names");
        }
    }

    /// <summary>All its pages, in ordinal order.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>Opens the gold of the repository.</summary>
    /// <exception cref="DirectoryNotFoundException">The repository was not found.</exception>
    public static StrictGold Open() => new(Path.Combine(
        SharedFolder.Repository ?? throw new DirectoryNotFoundException("the repository was not found, and with it the strict gold"),
        "tests", "quality", "strict-gold"));

    /// <summary>The half that a page belongs to.</summary>
    public StrictHalf HalfOf(string id) => _even.Contains(id) ? StrictHalf.Even : StrictHalf.Odd;

    /// <summary>The pages of a half, in ordinal order.</summary>
    public IReadOnlyList<string> Of(StrictHalf half) => [.. Ids.Where(id => half.HasFlag(HalfOf(id)))];

    /// <summary>The labels of a page, by line number less one; lines past the end have none.</summary>
    /// <exception cref="InvalidDataException">A row cannot be read.</exception>
    public StrictLabel[] Read(string id) => Parse(id, File.ReadAllText(Path.Combine(_folder, id + ".tsv")));

    /// <summary>Reads labels; <paramref name="name"/> is named in errors.</summary>
    /// <exception cref="InvalidDataException">A row cannot be read.</exception>
    public static StrictLabel[] Parse(string name, string rows)
    {
        var labels = new List<StrictLabel>();
        foreach (var row in rows.Split('\n').Select(row => row.TrimEnd('\r')).Where(row => row.Length > 0))
        {
            var tab = row.IndexOf('\t', StringComparison.Ordinal);
            var lines = row[..Math.Max(0, tab)].Split('-');
            var label = row[(tab + 1)..];
            Kind? kind = null;
            if (label != "?")
            {
                kind = Kinds.TryParse(label.TrimEnd('!'), out var known) ? known : throw Unreadable();
            }

            if (!int.TryParse(lines[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
                || !int.TryParse(lines[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var last)
                || lines.Length > 2 || first <= labels.Count || last < first)
            {
                throw Unreadable();
            }

            while (labels.Count < last)
            {
                labels.Add(labels.Count + 1 < first || label.EndsWith('!') ? default : new StrictLabel(kind));
            }

            InvalidDataException Unreadable() => new($"strict gold of {name}: cannot read the row '{row}'");
        }

        return [.. labels];
    }
}
