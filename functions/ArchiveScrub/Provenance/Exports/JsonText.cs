using System.Buffers;
using System.Text;
using System.Text.Json;
using ArchiveScrub.Text;

namespace ArchiveScrub.Provenance.Exports;

/// <summary>Writes JSON in one line, characters as they are.</summary>
internal static class JsonText
{
    /// <summary>An object whose members <paramref name="write"/> writes.</summary>
    public static string OfObject(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = CanonicalEncoder.Instance }))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes an object as a member.</summary>
    public static void Object(this Utf8JsonWriter writer, string name, Action<Utf8JsonWriter> write)
    {
        writer.WriteStartObject(name);
        write(writer);
        writer.WriteEndObject();
    }

    /// <summary>Writes an object as an item of a list.</summary>
    public static void Item(this Utf8JsonWriter writer, Action<Utf8JsonWriter> write)
    {
        writer.WriteStartObject();
        write(writer);
        writer.WriteEndObject();
    }

    /// <summary>Writes a list of strings.</summary>
    public static void Strings(this Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes a string where there is one.</summary>
    public static void Optional(this Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }
}
