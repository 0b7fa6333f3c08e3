using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ArchiveScrub.Tests.Provenance;

/// <summary>
/// As much of JSON Schema 2020-12 as the manifest's schema uses. A keyword that is not known is an error, so that
/// nothing in the schema goes unchecked.
/// </summary>
internal sealed class JsonSchemaValidator
{
    private readonly JsonElement _root;

    public JsonSchemaValidator(string schema)
    {
        using var document = JsonDocument.Parse(schema);
        _root = document.RootElement.Clone();
    }

    /// <summary>What is wrong, with JSON pointers; empty where the document is valid.</summary>
    public IReadOnlyList<string> Validate(ReadOnlySpan<byte> json)
    {
        using var document = JsonDocument.Parse(json.ToArray(), new JsonDocumentOptions { AllowDuplicateProperties = false });
        var errors = new List<string>();
        Check(_root, document.RootElement, "", errors);
        return errors;
    }

    private void Check(JsonElement schema, JsonElement value, string at, List<string> errors)
    {
        if (schema.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            Expect(schema.GetBoolean(), "is not allowed", at, errors);
            return;
        }

        foreach (var keyword in schema.EnumerateObject())
        {
            Check(schema, keyword, value, at, errors);
        }
    }

    private void Check(JsonElement schema, JsonProperty keyword, JsonElement value, string at, List<string> errors)
    {
        var wanted = keyword.Value;
        switch (keyword.Name)
        {
            case "$schema" or "$id" or "$defs" or "title" or "description":
                break; // say nothing of the value
            case "then" or "else":
                break; // read with "if"
            case "$ref":
                Check(Resolve(wanted.GetString()!), value, at, errors);
                break;
            case "type":
                Expect(IsOfType(value, wanted.GetString()!), $"is not of type {wanted}", at, errors);
                break;
            case "const":
                Expect(JsonElement.DeepEquals(value, wanted), $"is not {wanted}", at, errors);
                break;
            case "enum":
                Expect(wanted.EnumerateArray().Any(v => JsonElement.DeepEquals(v, value)), "is not one of the values", at, errors);
                break;
            case "oneOf":
                var matches = wanted.EnumerateArray().Count(s => Matches(s, value));
                Expect(matches == 1, $"matches {matches} of the alternatives", at, errors);
                break;
            case "if":
                if (schema.TryGetProperty(Matches(wanted, value) ? "then" : "else", out var branch))
                {
                    Check(branch, value, at, errors);
                }

                break;
            case "properties" or "required" or "additionalProperties" or "propertyNames":
                CheckObject(schema, keyword, value, at, errors);
                break;
            case "items" or "minItems" or "maxItems" or "uniqueItems":
                CheckArray(keyword, value, at, errors);
                break;
            case "pattern" or "minLength" or "format":
                CheckString(keyword, value, at, errors);
                break;
            case "minimum":
                Expect(value.ValueKind != JsonValueKind.Number || value.GetDouble() >= wanted.GetDouble(), $"is less than {wanted}", at, errors);
                break;
            case "maximum":
                Expect(value.ValueKind != JsonValueKind.Number || value.GetDouble() <= wanted.GetDouble(), $"is more than {wanted}", at, errors);
                break;
            default:
                throw new NotSupportedException($"The keyword {keyword.Name} is not known to this validator.");
        }
    }

    private void CheckObject(JsonElement schema, JsonProperty keyword, JsonElement value, string at, List<string> errors)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        switch (keyword.Name)
        {
            case "required":
                foreach (var name in keyword.Value.EnumerateArray().Select(static n => n.GetString()!))
                {
                    Expect(value.TryGetProperty(name, out _), $"has no {name}", at, errors);
                }

                break;
            case "propertyNames":
                foreach (var member in value.EnumerateObject())
                {
                    using var name = JsonDocument.Parse(JsonSerializer.SerializeToUtf8Bytes(member.Name));
                    Check(keyword.Value, name.RootElement, $"{at}/{member.Name} (name)", errors);
                }

                break;
            default:
                foreach (var member in value.EnumerateObject())
                {
                    JsonElement own = default;
                    var isNamed = schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(member.Name, out own);
                    if (isNamed == (keyword.Name == "properties"))
                    {
                        Check(isNamed ? own : keyword.Value, member.Value, $"{at}/{member.Name}", errors);
                    }
                }

                break;
        }
    }

    private void CheckArray(JsonProperty keyword, JsonElement value, string at, List<string> errors)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        var length = value.GetArrayLength();
        switch (keyword.Name)
        {
            case "items":
                foreach (var (i, item) in value.EnumerateArray().Index())
                {
                    Check(keyword.Value, item, string.Create(CultureInfo.InvariantCulture, $"{at}/{i}"), errors);
                }

                break;
            case "minItems":
                Expect(length >= keyword.Value.GetInt32(), $"has fewer than {keyword.Value} items", at, errors);
                break;
            case "maxItems":
                Expect(length <= keyword.Value.GetInt32(), $"has more than {keyword.Value} items", at, errors);
                break;
            default:
                var texts = value.EnumerateArray().Select(static v => v.GetRawText()).ToList();
                Expect(!keyword.Value.GetBoolean() || texts.Distinct(StringComparer.Ordinal).Count() == texts.Count, "has an item twice", at, errors);
                break;
        }
    }

    private static void CheckString(JsonProperty keyword, JsonElement value, string at, List<string> errors)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return;
        }

        var text = value.GetString()!;
        switch (keyword.Name)
        {
            case "minLength":
                Expect(text.EnumerateRunes().Count() >= keyword.Value.GetInt32(), "is too short", at, errors);
                break;
            case "pattern":
                // ECMAScript's $ is the end, not the end or a line end before it.
                var pattern = keyword.Value.GetString()!.Replace("$", "\\z", StringComparison.Ordinal);
                Expect(Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, TimeSpan.FromMinutes(2)), $"does not match {keyword.Value}", at, errors);
                break;
            default:
                Expect(keyword.Value.GetString() == "date-time", $"has a format that this validator does not know: {keyword.Value}", at, errors);
                Expect(Regex.IsMatch(text, @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)\z", RegexOptions.ECMAScript, TimeSpan.FromMinutes(2)) && value.TryGetDateTimeOffset(out _), "is no RFC 3339 time", at, errors);
                break;
        }
    }

    private bool Matches(JsonElement schema, JsonElement value)
    {
        var errors = new List<string>();
        Check(schema, value, "", errors);
        return errors.Count == 0;
    }

    private JsonElement Resolve(string reference)
    {
        const string Definitions = "#/$defs/";
        return reference.StartsWith(Definitions, StringComparison.Ordinal)
            ? _root.GetProperty("$defs").GetProperty(reference[Definitions.Length..])
            : throw new NotSupportedException($"The reference {reference} is not known to this validator.");
    }

    private static bool IsOfType(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && double.IsInteger(value.GetDouble()),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => throw new NotSupportedException($"The type {type} is not known to this validator."),
    };

    private static void Expect(bool isSo, string problem, string at, List<string> errors)
    {
        if (!isSo)
        {
            errors.Add($"{(at.Length == 0 ? "/" : at)} {problem}");
        }
    }
}
