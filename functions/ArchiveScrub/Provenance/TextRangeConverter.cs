using System.Text.Json;
using System.Text.Json.Serialization;

namespace ArchiveScrub.Provenance;

/// <summary>Ranges are written as <c>[start,end]</c>.</summary>
internal sealed class TextRangeConverter : JsonConverter<TextRange>
{
    public override TextRange Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray || !reader.Read() || !reader.TryGetInt32(out var start)
            || !reader.Read() || !reader.TryGetInt32(out var end) || !reader.Read() || reader.TokenType != JsonTokenType.EndArray)
        {
            throw new JsonException("A range is an array of two whole numbers.");
        }

        return new TextRange(start, end);
    }

    public override void Write(Utf8JsonWriter writer, TextRange value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Start);
        writer.WriteNumberValue(value.End);
        writer.WriteEndArray();
    }
}
