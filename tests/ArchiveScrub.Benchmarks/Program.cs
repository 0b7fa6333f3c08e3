using ArchiveScrub.Benchmarks;

// Each benchmark is a name and what it prints; exit code 1 where it finds what it was made to find.
return args switch
{
    ["datelines"] => DatelineBenchmark.Hostile(Console.Out),
    ["datelines", var folder] => DatelineBenchmark.Share(folder, Console.Out),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: datelines           time per byte of datelines on hostile text of growing length");
    Console.Error.WriteLine("       datelines FOLDER    share of datelines in the scrubbing of the .html and .txt files of a folder, .gz too");
    return 2;
}
