using System.Buffers;
using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ArchiveScrub.Cli;

/// <summary><c>archivescrub rules</c>: every rule by which text is removed or kept.</summary>
internal sealed class RulesCommand : Command, IHasExamples
{
    private readonly Terminal _terminal;

    private readonly Option<bool> _json = new("--json") { Description = "Print the list as a JSON array" };

    public RulesCommand(Terminal terminal)
        : base("rules", "Lists every rule: its id, the kinds it gives, the languages it knows, and what it looks for.")
    {
        _terminal = terminal;
        Add(_json);
        SetAction(parsed =>
        {
            _terminal.Print(parsed.GetValue(_json) ? AsJson() : AsText());
            return ExitCode.Ok;
        });
    }

    /// <inheritdoc/>
    public string Examples =>
        """
        Examples:
          archivescrub rules
          archivescrub rules --json | jq -r '.[].id'
        """;

    private static string AsText() => string.Join("\n\n", RuleCatalog.All.Select(static rule =>
        $"{rule.Id}\n  gives      {Join(rule.Kinds.Select(Kinds.Name))}\n  languages  {(rule.Languages.Count == 0 ? "any" : Join(rule.Languages))}\n  {rule.Description}"));

    private static string AsJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" }))
        {
            writer.WriteStartArray();
            foreach (var rule in RuleCatalog.All)
            {
                writer.WriteStartObject();
                writer.WriteString("id", rule.Id);
                WriteList(writer, "kinds", rule.Kinds.Select(Kinds.Name));
                WriteList(writer, "languages", rule.Languages);
                writer.WriteString("description", rule.Description);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteList(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    private static string Join(IEnumerable<string> values) => string.Join(", ", values);
}
