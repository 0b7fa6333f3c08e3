using System.CommandLine;
using ArchiveScrub.Quality.Commands;

var root = new RootCommand("Scores the scrubber on the developer corpus, and holds the floors.")
{
    ScoreCommand.Create(),
    BaselinesCommand.Create(),
    RulesCommand.Create(),
    FlipsCommand.Create(),
    GateCommand.Create(),
    RunAllCommand.Create(),
    ProofCommand.Create(),
    SeedsCommand.Create(),
    DatelinesCommand.Create(),
    ProfilesCommand.Create(),
    FeaturesCommand.Create(),
    StrictCommand.Create(),
    NoiseCommand.Create(),
    ParserCommand.Create(),
};
try
{
    var options = root.Parse(args);
    if (options.Errors.Count > 0)
    {
        foreach (var error in options.Errors)
        {
            Console.Error.WriteLine(error.Message);
        }

        return 2;
    }

    return await options.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception e) when (e is IOException or InvalidDataException or InvalidOperationException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}
