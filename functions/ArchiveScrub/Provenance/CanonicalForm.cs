using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using ArchiveScrub.Text;

namespace ArchiveScrub.Provenance;

/// <summary>
/// The canonical form (RFC 8785) of any JSON document, whatever its members: how white space, the order of members, and
/// spellings of the same string or number are noticed in a manifest of every version.
/// </summary>
internal static class CanonicalForm
{
    /// <summary>Where a document departs from its canonical form, as an offset in bytes; null where it does not.</summary>
    /// <exception cref="JsonException">The bytes are not JSON, or name a member twice.</exception>
    public static int? FirstDeviation(ReadOnlySpan<byte> utf8)
    {
        if (!Utf8.IsValid(utf8))
        {
            throw new JsonException("A string is not UTF-8.");
        }

        var reader = new Utf8JsonReader(utf8);
        using var document = JsonDocument.ParseValue(ref reader);
        if (reader.BytesConsumed < utf8.Length)
        {
            return (int)reader.BytesConsumed; // no line end, nothing after the document
        }

        var canonical = new ArrayBufferWriter<byte>(utf8.Length);
        using (var writer = new Utf8JsonWriter(canonical, new JsonWriterOptions { Encoder = CanonicalEncoder.Instance }))
        {
            Write(document.RootElement, writer);
        }

        var same = canonical.WrittenSpan.CommonPrefixLength(utf8);
        return same == utf8.Length && same == canonical.WrittenCount ? null : same;
    }

    private static void Write(JsonElement value, Utf8JsonWriter writer)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                string? before = null;
                // UTF-16 code units, as section 3.2.3 has it.
                foreach (var member in value.EnumerateObject().OrderBy(static m => m.Name, StringComparer.Ordinal))
                {
                    if (member.Name == before)
                    {
                        throw new JsonException($"The member {before} stands there twice.");
                    }

                    before = member.Name;
                    writer.WritePropertyName(member.Name);
                    Write(member.Value, writer);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(item, writer);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.Number:
                writer.WriteRawValue(Number(value), skipInputValidation: true);
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    /// <summary>A number as ECMAScript writes it: shortest digits, an exponent below 1e-6 and from 1e21 on.</summary>
    private static string Number(JsonElement number)
    {
        if (number.TryGetInt64(out var whole) && Math.Abs((double)whole) < 9007199254740992)
        {
            return whole.ToString(CultureInfo.InvariantCulture);
        }

        var value = number.GetDouble();
        var parts = Math.Abs(value).ToString("E16", CultureInfo.InvariantCulture).Split('E');
        for (var precision = 0; precision < 16; precision++)
        {
            var shorter = Math.Abs(value).ToString("E" + precision.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            if (double.Parse(shorter, CultureInfo.InvariantCulture) == Math.Abs(value))
            {
                parts = shorter.Split('E');
                break;
            }
        }

        var digits = parts[0].Replace(".", "", StringComparison.Ordinal);
        var point = int.Parse(parts[1], CultureInfo.InvariantCulture) + 1;
        var text = point switch
        {
            > 21 or < -5 => $"{digits[..1]}{(digits.Length > 1 ? "." : "")}{digits[1..]}e{(point > 0 ? "+" : "-")}{Math.Abs(point - 1).ToString(CultureInfo.InvariantCulture)}",
            <= 0 => "0." + new string('0', -point) + digits,
            _ when digits.Length <= point => digits.PadRight(point, '0'),
            _ => $"{digits[..point]}.{digits[point..]}",
        };
        return (value < 0 ? "-" : "") + text;
    }
}
