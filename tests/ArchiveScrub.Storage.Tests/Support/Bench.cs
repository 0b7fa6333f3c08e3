namespace ArchiveScrub.Storage.Tests;

/// <summary>A folder with captures, one with results, and jobs between them.</summary>
internal sealed class Bench : IDisposable
{
    // Scrubbers are immutable, and loading the rules takes a while.
    private static readonly Scrubber Full = new();
    private static readonly Scrubber Body = new(new ScrubOptions { Text = TextScope.Body });

    private readonly TestFolder _folder = new();
    private readonly TempFolder _temp;

    public Bench()
    {
        Directory.CreateDirectory(_folder.At("in"));
        _temp = TempFolder.Open(_folder.At("out"));
        Captures = new FolderCaptureStore(_folder.At("in"), "in");
        Results = new FolderResultStore(_folder.At("out"), _temp);
        Quarantine = new FolderResultStore(_folder.At("quarantine"), _temp);
    }

    public FolderCaptureStore Captures { get; }

    public IResultStore Results { get; }

    public IResultStore Quarantine { get; }

    public string[] OutputFiles => [.. _folder.Files("out").Where(static file => !file.StartsWith(TempFolder.FolderName, StringComparison.Ordinal))];

    public string[] QuarantineFiles => _folder.Files("quarantine");

    public string[] TempFiles => [.. _folder.Files("out").Where(static file => file.EndsWith(".tmp", StringComparison.Ordinal))];

    public string OutputPath(string name) => _folder.At("out/" + name);

    public string CapturePath(string name) => _folder.At("in/" + name);

    public void Capture(string name, string content) => _folder.Write("in/" + name, content);

    public void Capture(string name, byte[] content) => _folder.Write("in/" + name, content);

    public string Output(string name) => File.ReadAllText(_folder.At("out/" + name));

    public byte[] Bytes(string name) => File.ReadAllBytes(_folder.At("out/" + name));

    public Manifest Manifest(string name) => ManifestJson.Deserialize(File.ReadAllBytes(_folder.At($"out/{name}.manifest.json")));

    public QuarantineRecord Record(string name) => QuarantineJson.Deserialize(File.ReadAllBytes(_folder.At($"quarantine/{name}.error.json")));

    public ScrubJob Job(bool force = false, TextScope text = TextScope.Full, Faults? faults = null, CaptureLimits? limits = null, Func<Task>? beforeCommit = null) => new(
        new CaptureReader(limits),
        text == TextScope.Full ? Full : Body,
        beforeCommit is not null ? new InterferedResultStore(Results, beforeCommit) : faults is null ? Results : new FaultyResultStore(Results, faults),
        faults is null ? Quarantine : new FaultyResultStore(Quarantine, faults),
        new ScrubJobOptions { Force = force, Host = "bench" },
        new FixedClock());

    public ScrubJob Job(ScrubJobOptions options, IResultStore results) => new(new CaptureReader(), Full, results, Quarantine, options, new FixedClock());

    public async Task<Delivery> DeliverAsync(string name) => new(Captures, (await Captures.FindAsync(name))!, name);

    public async Task<ScrubOutcome> ScrubAsync(string name, ScrubJob? job = null) => await (job ?? Job()).RunAsync(await DeliverAsync(name));

    public void Dispose()
    {
        _temp.Dispose();
        _folder.Dispose();
    }
}
