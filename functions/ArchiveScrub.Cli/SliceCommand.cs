using System.CommandLine;
using System.Globalization;
using ArchiveScrub.Storage;

namespace ArchiveScrub.Cli;

/// <summary><c>archivescrub slice</c>: the slices into which a capture is cut for several workers.</summary>
internal sealed class SliceCommand : Command, IHasExamples
{
    private const int Megabyte = 1024 * 1024;

    private readonly Terminal _terminal;
    private readonly Interruption _interruption;

    private readonly Argument<string> _path = new("FILE") { Description = "A WARC, ARC, WET, WACZ or ZIP file" };

    private readonly Option<int> _size = new("--size")
    {
        Description = "How many MiB of the file a slice has at least",
        HelpName = "MIB",
        DefaultValueFactory = static _ => 256,
    };

    public SliceCommand(Terminal terminal, Interruption interruption)
        : base("slice", "Prints the slices of a capture, a line each: offset, length, records, separated by tabs. scrub --slice OFFSET+LENGTH does one.")
    {
        _terminal = terminal;
        _interruption = interruption;
        _size.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--size takes a number of 1 or more.");
            }
        });
        Add(_path);
        Add(_size);
        SetAction((parsed, _) => RunAsync(parsed.GetRequiredValue(_path), parsed.GetValue(_size) * (long)Megabyte));
    }

    /// <inheritdoc/>
    public string Examples =>
        """
        Examples:
          archivescrub slice crawl.warc.gz --size 64
          archivescrub slice crawl.warc.gz | while read offset length records
            do archivescrub scrub crawl.warc.gz --slice $offset+$length --output out; done
          archivescrub scrub crawl.warc.gz --output out
              joins the parts: the same bytes as from a run that did all at once
        """;

    private async Task<int> RunAsync(string path, long size)
    {
        var isRead = await CaptureFile.ReadAsync(path, _terminal, capture => PrintAsync(capture, size), _interruption.Stop);
        return isRead ? ExitCode.Ok : ExitCode.Incomplete;
    }

    private async Task<bool> PrintAsync(OpenCapture capture, long size)
    {
        await foreach (var (slice, records) in SlicePlan.CutAsync(capture, size, _interruption.Stop))
        {
            _terminal.Print(string.Create(CultureInfo.InvariantCulture, $"{slice.Offset}\t{slice.Length}\t{records}"));
        }

        return true;
    }
}
