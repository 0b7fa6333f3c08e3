using System.Buffers;
using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ArchiveScrub.Cli;

/// <summary><c>archivescrub index</c>: where the records of captures stand, as other tools for web archives read it.</summary>
internal sealed class IndexCommand : Command, IHasExamples
{
    private readonly Terminal _terminal;
    private readonly Interruption _interruption;

    private readonly Argument<string[]> _paths = new("FILE") { Description = "WARC, ARC, WACZ or WET files", Arity = ArgumentArity.OneOrMore };

    public IndexCommand(Terminal terminal, Interruption interruption)
        : base("index", "Prints a CDXJ index of captures: a line for each record that has content, in the order of the capture.")
    {
        _terminal = terminal;
        _interruption = interruption;
        Add(_paths);
        SetAction((parsed, _) => RunAsync(parsed.GetRequiredValue(_paths)));
    }

    /// <inheritdoc/>
    public string Examples =>
        """
        Examples:
          archivescrub index crawl.warc.gz | LC_ALL=C sort > crawl.cdxj
              sorted, as tools that search it want it
          archivescrub index *.warc.gz | grep '^org,example)'

        Exit code:
          0    every record is listed
          1    some could not be read; standard error says which
        """;

    private async Task<int> RunAsync(string[] paths)
    {
        var isWhole = true;
        foreach (var path in paths)
        {
            isWhole &= await CaptureFile.ReadAsync(path, _terminal, capture => PrintAsync(path, capture), _interruption.Stop);
        }

        return isWhole ? ExitCode.Ok : ExitCode.Incomplete;
    }

    private async Task<bool> PrintAsync(string path, OpenCapture capture)
    {
        var isWhole = true;
        await foreach (var entry in capture.ReadAsync(cancellationToken: _interruption.Stop))
        {
            if (entry is FailedEntry failed)
            {
                isWhole = false;
                _terminal.Tell(failed.Error.Message);
            }
            else if (entry.Record is { TargetUri: { } uri } record && record.Type is "response" or "resource" or "conversion" or "revisit" or "arc" or "part" or "file")
            {
                _terminal.Print(Line(Path.GetFileName(path), uri, entry.Record));
            }
        }

        return isWhole;
    }

    private static string Line(string file, string uri, RecordInfo record)
    {
        var plain = uri.Trim('<', '>', ' ');
        var date = record.Date?.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture) ?? "-";
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("url", plain);
            json.WriteString("mime", record.Type == "revisit" ? "warc/revisit" : record.MediaType?.Split(';')[0].Trim() is { Length: > 0 } type ? type : "unk");
            WriteWhere("status", record.HttpStatus?.ToString(CultureInfo.InvariantCulture));
            WriteWhere("digest", record.PayloadDigest?.Declared ?? record.BlockDigest?.Declared);
            WriteWhere("length", record.Length?.ToString(CultureInfo.InvariantCulture));
            json.WriteString("offset", record.Offset.ToString(CultureInfo.InvariantCulture));
            json.WriteString("filename", record.Path is null ? file : $"{file}#{record.Path}");
            json.WriteEndObject();

            void WriteWhere(string name, string? value)
            {
                if (value is not null)
                {
                    json.WriteString(name, value);
                }
            }
        }

        return $"{Surt.Of(plain)} {date} {Encoding.UTF8.GetString(buffer.WrittenSpan)}";
    }
}
