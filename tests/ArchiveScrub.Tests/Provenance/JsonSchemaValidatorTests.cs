using System.Text;
using Xunit;

namespace ArchiveScrub.Tests.Provenance;

/// <summary>The validator that other tests lean on can say no.</summary>
public sealed class JsonSchemaValidatorTests
{
    [Theory]
    [InlineData("""{"type":"object"}""", "{}", "[]")]
    [InlineData("""{"type":"array"}""", "[1]", "{}")]
    [InlineData("""{"type":"string"}""", "\"\"", "1")]
    [InlineData("""{"type":"boolean"}""", "true", "null")]
    [InlineData("""{"type":"integer"}""", "2.0", "2.5")]
    [InlineData("""{"type":"number"}""", "2.5", "\"2.5\"")]
    [InlineData("""{"const":"1.0"}""", "\"1.0\"", "1.0")]
    [InlineData("""{"enum":["a","b"]}""", "\"b\"", "\"c\"")]
    [InlineData("""{"minimum":0,"maximum":1}""", "1", "1.01")]
    [InlineData("""{"minimum":0,"maximum":1}""", "\"x\"", "-0.1")]
    [InlineData("""{"minLength":1}""", "\"\uD83D\uDE00\"", "\"\"")]
    [InlineData("""{"pattern":"^[a-z]+$"}""", "\"abc\"", "\"abc\\n\"")]
    [InlineData("""{"pattern":"^/"}""", "\"/html\"", "\"html\"")]
    [InlineData("""{"format":"date-time"}""", "\"2020-02-12T00:00:00+03:00\"", "\"2020-02-12\"")]
    [InlineData("""{"format":"date-time"}""", "\"2020-02-12T00:00:00.5Z\"", "\"2020-02-30T00:00:00Z\"")]
    [InlineData("""{"items":{"type":"integer"},"minItems":2,"maxItems":2}""", "[0,1]", "[0,\"1\"]")]
    [InlineData("""{"minItems":2,"maxItems":2}""", "[0,1]", "[0]")]
    [InlineData("""{"minItems":2,"maxItems":2}""", "{}", "[0,1,2]")]
    [InlineData("""{"uniqueItems":true}""", "[\"a\",\"b\"]", "[\"a\",\"a\"]")]
    [InlineData("""{"required":["a"]}""", """{"a":null}""", """{"b":1}""")]
    [InlineData("""{"properties":{"a":{"type":"string"}},"additionalProperties":false}""", """{"a":"x"}""", """{"a":"x","b":1}""")]
    [InlineData("""{"properties":{"a":{"type":"string"}}}""", """{"b":1}""", """{"a":1}""")]
    [InlineData("""{"additionalProperties":{"type":"integer"}}""", """{"a":1}""", """{"a":"1"}""")]
    [InlineData("""{"propertyNames":{"enum":["a"]}}""", """{"a":1}""", """{"b":1}""")]
    [InlineData("""{"oneOf":[{"required":["a"]},{"required":["b"]}]}""", """{"a":1}""", """{"a":1,"b":1}""")]
    [InlineData("""{"oneOf":[{"required":["a"]},{"required":["b"]}]}""", """{"b":1}""", "{}")]
    [InlineData("""{"if":{"properties":{"k":{"const":1}}},"then":{"required":["a"]},"else":{"required":["b"]}}""", """{"k":1,"a":0}""", """{"k":1,"b":0}""")]
    [InlineData("""{"if":{"properties":{"k":{"const":1}}},"then":{"required":["a"]},"else":{"required":["b"]}}""", """{"k":2,"b":0}""", """{"k":2,"a":0}""")]
    [InlineData("""{"$ref":"#/$defs/x","$defs":{"x":{"type":"string"}}}""", "\"a\"", "1")]
    [InlineData("""{"properties":{"a":false}}""", "{}", """{"a":1}""")]
    public void Validator_accepts_and_refuses(string schema, string valid, string invalid)
    {
        Assert.Empty(Validate(schema, valid));
        Assert.NotEmpty(Validate(schema, invalid));
    }

    [Theory]
    [InlineData("""{"maxLength":3}""", "\"a\"")]
    [InlineData("""{"type":"text"}""", "\"a\"")]
    [InlineData("""{"$ref":"other.json"}""", "\"a\"")]
    [InlineData("""{"properties":{"a":{"multipleOf":2}}}""", """{"a":1}""")]
    public void What_the_validator_does_not_know_is_an_error(string schema, string json) =>
        Assert.Throws<NotSupportedException>(() => Validate(schema, json));

    private static IReadOnlyList<string> Validate(string schema, string json) => new JsonSchemaValidator(schema).Validate(Encoding.UTF8.GetBytes(json));
}
