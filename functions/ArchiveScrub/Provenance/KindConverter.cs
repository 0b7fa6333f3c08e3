using System.Text.Json;
using System.Text.Json.Serialization;

namespace ArchiveScrub.Provenance;

/// <summary>Kinds are written by their names: <c>comment-policy</c>.</summary>
internal sealed class KindConverter : JsonConverter<Kind>
{
    public override Kind Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Kinds.TryParse(reader.GetString()!, out var kind)
            ? kind
            : throw new JsonException("Unknown kind of block.");

    public override void Write(Utf8JsonWriter writer, Kind value, JsonSerializerOptions options) => writer.WriteStringValue(value.Name());
}
