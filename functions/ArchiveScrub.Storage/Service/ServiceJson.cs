using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ArchiveScrub.Storage;

/// <summary>Messages as JSON.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(SliceMessage))]
[JsonSerializable(typeof(RescrubMessage))]
[JsonSerializable(typeof(PoisonedBlob))]
internal sealed partial class ServiceJson : JsonSerializerContext
{
    // Names of captures in any script must fit into a message of 64 KiB.
    private static readonly ServiceJson Short = new(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string Write(SliceMessage message) => JsonSerializer.Serialize(message, Short.SliceMessage);

    public static string Write(RescrubMessage message) => JsonSerializer.Serialize(message, Short.RescrubMessage);

    /// <summary>Reads a message.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static T Read<T>(string json, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw new FormatException("the message is null");
        }
        catch (JsonException e)
        {
            throw new FormatException($"the message is not a {typeof(T).Name}: {e.Message}", e);
        }
    }
}
