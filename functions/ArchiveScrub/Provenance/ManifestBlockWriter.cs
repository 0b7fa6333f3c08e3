using System.Text.Json;
using System.Text.Json.Serialization;

namespace ArchiveScrub.Provenance;

/// <summary>
/// Writes blocks as the generated serialiser does, without asking each member how: most of a manifest is blocks, and
/// each manifest is written twice, once for its digest.
/// </summary>
internal sealed class ManifestBlockWriter : JsonConverter<ManifestBlock>
{
    private static readonly JsonEncodedText Bytes = JsonEncodedText.Encode("bytes");
    private static readonly JsonEncodedText Clean = JsonEncodedText.Encode("clean");
    private static readonly JsonEncodedText Confidence = JsonEncodedText.Encode("confidence");
    private static readonly JsonEncodedText Evidence = JsonEncodedText.Encode("evidence");
    private static readonly JsonEncodedText Kind = JsonEncodedText.Encode("kind");
    private static readonly JsonEncodedText Linear = JsonEncodedText.Encode("linear");
    private static readonly JsonEncodedText Path = JsonEncodedText.Encode("path");
    private static readonly JsonEncodedText Rule = JsonEncodedText.Encode("rule");
    private static readonly JsonEncodedText Text = JsonEncodedText.Encode("text");
    private static readonly JsonEncodedText Verdict = JsonEncodedText.Encode("verdict");
    private static readonly JsonEncodedText[] KindNames = [.. Kinds.All.Select(static kind => JsonEncodedText.Encode(kind.Name()))];

    public override ManifestBlock Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("The generated serialiser reads blocks.");

    public override void Write(Utf8JsonWriter writer, ManifestBlock value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        Put(writer, Bytes, value.Bytes);
        Put(writer, Clean, value.Clean);
        writer.WriteNumber(Confidence, value.Confidence);
        if (value.Evidence is { } evidence)
        {
            writer.WriteStartArray(Evidence);
            for (var i = 0; i < evidence.Count; i++)
            {
                writer.WriteStringValue(evidence[i]);
            }

            writer.WriteEndArray();
        }

        writer.WriteString(Kind, KindNames[(int)value.Kind]);
        Put(writer, Linear, value.Linear);
        Put(writer, Path, value.Path);
        writer.WriteString(Rule, value.Rule);
        Put(writer, Text, value.Text);
        writer.WriteString(Verdict, value.Verdict);
        writer.WriteEndObject();
    }

    private static void Put(Utf8JsonWriter writer, JsonEncodedText name, TextRange? range)
    {
        if (range is { } there)
        {
            writer.WriteStartArray(name);
            writer.WriteNumberValue(there.Start);
            writer.WriteNumberValue(there.End);
            writer.WriteEndArray();
        }
    }

    private static void Put(Utf8JsonWriter writer, JsonEncodedText name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }
}
