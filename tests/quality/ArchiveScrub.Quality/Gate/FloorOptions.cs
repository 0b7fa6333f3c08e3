using System.CommandLine;
using System.Globalization;

namespace ArchiveScrub.Quality.Gate;

/// <summary>The options by which commands raise floors, and what they do with a run's figures.</summary>
internal sealed class FloorOptions
{
    private readonly Option<string?> _floors;
    private readonly Option<bool> _raise = new("--raise") { Description = "Raise the floors to what was reached." };
    private readonly Option<bool> _allowLower = new("--allow-lower") { Description = "Let --raise lower floors too; needs --reason." };
    private readonly Option<string?> _reason = new("--reason") { Description = "Why floors sink; it is recorded in the file.", HelpName = "TEXT" };
    private readonly string _fileName;

    /// <summary>Creates them for a file of floors in <c>tests/quality</c>.</summary>
    public FloorOptions(string fileName)
    {
        _fileName = fileName;
        _floors = new("--floors") { Description = $"The file of floors (default: tests/quality/{fileName}).", HelpName = "FILE" };
    }

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (ReadOnlySpan<Option>)[_floors, _raise, _allowLower, _reason])
        {
            command.Options.Add(option);
        }

        command.Validators.Add(options =>
        {
            if (options.GetValue(_allowLower) == string.IsNullOrWhiteSpace(options.GetValue(_reason)))
            {
                options.AddError("--allow-lower and --reason go together.");
            }

            if (options.GetValue(_allowLower) && !options.GetValue(_raise))
            {
                options.AddError("--allow-lower needs --raise.");
            }
        });
    }

    /// <summary>Raises the floors where that was asked for, prints figures and floors; 1 where a figure is below its floor, else 0.</summary>
    /// <param name="options">The command line.</param>
    /// <param name="set">Which set of floors the run is held against.</param>
    /// <param name="corpus">Fingerprint of the corpus that was run.</param>
    /// <param name="figures">What was reached.</param>
    public int Check(ParseResult options, string set, string corpus, SortedDictionary<string, double> figures)
    {
        var path = options.GetValue(_floors) ?? FloorFile.Find(_fileName) ?? throw new FileNotFoundException("the repository was not found; name the file with --floors");
        var file = FloorFile.Read(path);
        if (options.GetValue(_raise))
        {
            file = QualityGate.Raise(file, set, corpus, figures, options.GetValue(_reason), TimeProvider.System);
            File.WriteAllText(path, file.ToJson());
        }

        var floors = file.Sets.GetValueOrDefault(set);
        foreach (var (figure, reached) in figures)
        {
            var floor = floors?.Floors.TryGetValue(figure, out var value) == true ? value.ToString("0.0000", CultureInfo.InvariantCulture) : "none";
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{figure,-32} {reached:0.0000}  floor {floor}"));
        }

        var wrong = QualityGate.Compare(floors, corpus, figures);
        foreach (var line in wrong)
        {
            Console.Error.WriteLine(line);
        }

        return wrong.Count > 0 ? 1 : 0;
    }
}
