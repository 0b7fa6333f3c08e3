using System.Globalization;
using ArchiveScrub.Benchmarks.Measuring;
using ArchiveScrub.Benchmarks.SmartReader;

// LIST PASSES SECONDS: see MeasuringLoop.
MeasuringLoop.Run(
    new ReaderContestant(),
    typeof(SmartReader.Reader).Assembly.GetName().Version!.ToString(3),
    args[0],
    int.Parse(args[1], CultureInfo.InvariantCulture),
    TimeSpan.FromSeconds(int.Parse(args[2], CultureInfo.InvariantCulture)),
    Console.Out);
