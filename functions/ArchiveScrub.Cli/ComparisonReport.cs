using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ArchiveScrub.Cli;

/// <summary>Tells the user what a comparison found.</summary>
/// <param name="terminal">Where it is told.</param>
/// <param name="samples">How many samples are shown of each change.</param>
/// <param name="isJson">Whether every change is printed as JSON instead.</param>
internal sealed class ComparisonReport(Terminal terminal, int samples, bool isJson)
{
    private const int MostShown = 100;

    private static readonly (ScrubChangeForm Form, string Heading)[] Headings =
    [
        (ScrubChangeForm.NowRemoved, "Was kept, is removed"),
        (ScrubChangeForm.NowKept, "Was removed, is kept"),
        (ScrubChangeForm.TextLost, "Text that is read no more"),
        (ScrubChangeForm.TextAdded, "Text that was not read before"),
        (ScrubChangeForm.OtherKind, "Another kind"),
        (ScrubChangeForm.OtherRule, "The same by another rule"),
    ];

    private readonly Dictionary<(ScrubChangeForm Form, string What), ChangeTally> _changes = [];
    private readonly Dictionary<string, ChangeTally> _fields = [];
    private int _same;
    private int _changed;
    private int _changedTexts;
    private int _onlyOld;
    private int _onlyNew;
    private int _failed;

    /// <summary>Takes a page that both have.</summary>
    public void Take(string name, PageComparison page)
    {
        if (!page.IsChanged)
        {
            _same++;
            return;
        }

        _changed++;
        _changedTexts += page.IsCleanTextChanged ? 1 : 0;
        if (isJson)
        {
            terminal.Print(ToJson(name, page));
            return;
        }

        foreach (var change in page.Changes)
        {
            Tally(_changes, (change.Form, What(change))).Add(change.Text.Length, Sample(name, change.Text), samples);
        }

        foreach (var (field, old, now) in page.Fields)
        {
            Tally(_fields, field).Add(0, $"{name}: {Short(old)} → {Short(now)}", samples);
        }
    }

    /// <summary>Takes a page that one of the two lacks.</summary>
    public void TakeSingle(string name, bool isOld)
    {
        _onlyOld += isOld ? 1 : 0;
        _onlyNew += isOld ? 0 : 1;
        terminal.Tell($"only in {(isOld ? "OLD" : "NEW")}: {name}");
    }

    /// <summary>Takes results that cannot be compared.</summary>
    public void TakeFailure(string reason)
    {
        _failed++;
        terminal.Tell($"not compared: {reason}");
    }

    /// <summary>Tells what it came to, and gives the exit code.</summary>
    public int Summarize()
    {
        if (!isJson)
        {
            foreach (var (form, heading) in Headings)
            {
                Print(heading, _changes.Where(c => c.Key.Form == form).Select(static c => (c.Key.What, c.Value)), "character");
            }

            Print("Fields", _fields.Select(static f => (f.Key, f.Value)), null);
        }

        terminal.Tell(Invariant($"Compared {_same + _changed:N0} pages: {_changed:N0} changed, {_changedTexts:N0} of them in their clean text; only in OLD {_onlyOld:N0}, only in NEW {_onlyNew:N0}"));
        return _failed > 0 ? ExitCode.Unchecked : _changed + _onlyOld + _onlyNew > 0 ? ExitCode.Incomplete : ExitCode.Ok;
    }

    private void Print(string heading, IEnumerable<(string What, ChangeTally Tally)> changes, string? unit)
    {
        var sorted = changes.OrderByDescending(static c => c.Tally.Characters).ThenByDescending(static c => c.Tally.Count).ThenBy(static c => c.What, StringComparer.Ordinal).ToList();
        if (sorted.Count == 0)
        {
            return;
        }

        terminal.Print(Invariant($"{heading}: {sorted.Sum(static c => c.Tally.Count):N0}{(unit is null ? "" : Invariant($" ({sorted.Sum(static c => c.Tally.Characters):N0} {unit}s)"))}"));
        foreach (var (what, tally) in sorted)
        {
            terminal.Print(Invariant($"  {what}: {tally.Count:N0}{(unit is null ? "" : Invariant($" ({tally.Characters:N0})"))}"));
            foreach (var sample in tally.Samples)
            {
                terminal.Print(Terminal.Harmless("      " + sample));
            }
        }
    }

    private static string What(ScrubChange change) => change.Form switch
    {
        ScrubChangeForm.TextAdded => $"{change.NewKind!.Value.Name()} by {change.NewRule}",
        ScrubChangeForm.TextLost => $"{change.OldKind!.Value.Name()} by {change.OldRule}",
        _ => $"{change.OldKind!.Value.Name()} by {change.OldRule} → {change.NewKind!.Value.Name()} by {change.NewRule}",
    };

    private static string Sample(string name, string text) => $"{name}: {Short(text)}";

    private static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length == 0 ? "nothing" : line.Length <= MostShown ? line : line[..(char.IsHighSurrogate(line[MostShown - 1]) ? MostShown - 1 : MostShown)] + "…";
    }

    private static ChangeTally Tally<T>(Dictionary<T, ChangeTally> tallies, T key)
        where T : notnull
    {
        if (!tallies.TryGetValue(key, out var tally))
        {
            tallies[key] = tally = new ChangeTally();
        }

        return tally;
    }

    private static string ToJson(string name, PageComparison page)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("name", name);
            writer.WriteBoolean("cleanTextChanged", page.IsCleanTextChanged);
            writer.WriteStartArray("changes");
            foreach (var change in page.Changes)
            {
                writer.WriteStartObject();
                writer.WriteString("change", JsonNamingPolicy.KebabCaseLower.ConvertName(change.Form.ToString()));
                writer.WriteString("oldKind", change.OldKind?.Name());
                writer.WriteString("oldRule", change.OldRule);
                writer.WriteString("newKind", change.NewKind?.Name());
                writer.WriteString("newRule", change.NewRule);
                writer.WriteString("text", change.Text);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteStartArray("fields");
            foreach (var (field, old, now) in page.Fields)
            {
                writer.WriteStartObject();
                writer.WriteString("field", field);
                writer.WriteString("old", old);
                writer.WriteString("new", now);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
