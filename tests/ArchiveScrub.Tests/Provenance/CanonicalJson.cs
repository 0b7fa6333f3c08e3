using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ArchiveScrub.Tests.Provenance;

/// <summary>RFC 8785, written from the specification and in no way like the code that it checks.</summary>
internal static class CanonicalJson
{
    public static byte[] Canonicalize(ReadOnlySpan<byte> json)
    {
        using var document = JsonDocument.Parse(json.ToArray());
        var output = new StringBuilder();
        Write(document.RootElement, output);
        return new UTF8Encoding(false, true).GetBytes(output.ToString());
    }

    private static void Write(JsonElement value, StringBuilder output)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                var members = value.EnumerateObject().ToArray();
                Array.Sort(members, static (a, b) => string.CompareOrdinal(a.Name, b.Name)); // UTF-16 code units, section 3.2.3
                output.Append('{');
                foreach (var (i, member) in members.Index())
                {
                    output.Append(i == 0 ? "" : ",");
                    Write(member.Name, output);
                    output.Append(':');
                    Write(member.Value, output);
                }

                output.Append('}');
                break;
            case JsonValueKind.Array:
                output.Append('[');
                foreach (var (i, item) in value.EnumerateArray().Index())
                {
                    output.Append(i == 0 ? "" : ",");
                    Write(item, output);
                }

                output.Append(']');
                break;
            case JsonValueKind.String:
                Write(value.GetString()!, output);
                break;
            case JsonValueKind.Number:
                output.Append(Number(value.GetDouble()));
                break;
            default:
                output.Append(value.GetRawText());
                break;
        }
    }

    private static void Write(string text, StringBuilder output)
    {
        output.Append('"');
        foreach (var c in text)
        {
            output.Append(c switch
            {
                '\b' => "\\b",
                '\t' => "\\t",
                '\n' => "\\n",
                '\f' => "\\f",
                '\r' => "\\r",
                '"' => "\\\"",
                '\\' => "\\\\",
                < ' ' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => c.ToString(),
            });
        }

        output.Append('"');
    }

    /// <summary>ECMAScript's Number::toString (ECMA-262 section 6.1.6.1.20).</summary>
    internal static string Number(double value)
    {
        if (value == 0)
        {
            return "0";
        }

        if (value < 0)
        {
            return "-" + Number(-value);
        }

        var shortest = value.ToString("E16", CultureInfo.InvariantCulture);
        for (var precision = 0; precision < 17; precision++)
        {
            var candidate = value.ToString("E" + precision, CultureInfo.InvariantCulture);
            if (double.Parse(candidate, CultureInfo.InvariantCulture) == value)
            {
                shortest = candidate;
                break;
            }
        }

        var parts = shortest.Split('E');
        var s = parts[0].Replace(".", "", StringComparison.Ordinal);
        var k = s.Length;
        var n = int.Parse(parts[1], CultureInfo.InvariantCulture) + 1;
        if (k <= n && n <= 21)
        {
            return s + new string('0', n - k);
        }

        if (n is > 0 and <= 21)
        {
            return s[..n] + "." + s[n..];
        }

        if (n is > -6 and <= 0)
        {
            return "0." + new string('0', -n) + s;
        }

        var exponent = (n > 0 ? "+" : "-") + Math.Abs(n - 1).ToString(CultureInfo.InvariantCulture);
        return k == 1 ? $"{s}e{exponent}" : $"{s[..1]}.{s[1..]}e{exponent}";
    }
}
