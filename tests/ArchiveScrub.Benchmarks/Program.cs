using System.CommandLine;
using ArchiveScrub.Benchmarks.Commands;

var root = new RootCommand("Speed and memory of ArchiveScrub. Run it in Release, on a machine that does nothing else.")
{
    AllCommand.Create(),
    ColdCommand.Create(),
    CompareCommand.Create(),
    DatelinesCommand.Create(),
    GrowCommand.Create(),
    GrowCommand.CreateOne(),
    MeasureCommand.Create(),
    PartsCommand.Create(),
    ScaleCommand.Create(),
};
try
{
    var parsed = root.Parse(args);
    if (parsed.Errors.Count > 0)
    {
        foreach (var error in parsed.Errors)
        {
            Console.Error.WriteLine(error.Message);
        }

        return 2;
    }

    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception e) when (e is IOException or InvalidDataException or InvalidOperationException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}
