using System.Collections.Frozen;
using System.Text;
using System.Text.Json;

namespace ArchiveScrub.Blocks.Html.Preloaded;

/// <summary>
/// Reads the texts out of preloaded state, which is JSON: strings whose member names say that they are a body of text
/// (schema.org's <c>articleBody</c>, the <c>rendered</c> of content systems, the <c>cooked</c> of forums …). State is
/// often written as JSON inside strings of JSON; and where equal values are written once and referred to by number
/// (a flattened array, as <c>devalue</c> and its kin write), a string has the name of the member that refers to it.
/// </summary>
internal sealed class StateTexts
{
    /// <summary>JSON within strings of JSON within strings …: real pages have one.</summary>
    private const int MaxNesting = 3;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = 256 };

    /// <summary>
    /// Member names in lower case, without <c>_</c> and <c>-</c>. <c>description</c> is none of them: state describes
    /// categories, settings and other pages more often than it gives the text of this one.
    /// </summary>
    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
        ["articlebody", "body", "bodyhtml", "bodytext", "content", "contenthtml", "cooked", "html", "paragraph", "paragraphs", "plaintext", "rendered", "reviewbody", "text"],
        StringComparer.Ordinal);

    private readonly List<TracedText> _texts = [];

    /// <summary>The texts in document order; empty where <paramref name="json"/> is not JSON.</summary>
    public static IReadOnlyList<TracedText> In(TracedText json)
    {
        var reader = new StateTexts();
        return reader.TryRead(json, 0) ? reader._texts : [];
    }

    /// <summary>Whether a text begins as an object or array does.</summary>
    public static bool LooksLikeJson(ReadOnlySpan<char> text) => text.Trim() is [('{' or '['), _, ..];

    private static bool NamesText(string? name) =>
        name is { Length: <= 24 } && Names.Contains(name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant());

    private bool TryRead(TracedText json, int nesting)
    {
        var utf8 = Encoding.UTF8.GetBytes(json.Text);
        var before = _texts.Count;
        try
        {
            Read(json, utf8, ReferredTo(utf8), nesting);
            return true;
        }
        catch (JsonException)
        {
            _texts.RemoveRange(before, _texts.Count - before);
            return false; // program code, or cut off: nothing is taken
        }
    }

    private void Read(TracedText json, byte[] utf8, Dictionary<int, string> referredTo, int nesting)
    {
        var reader = new Utf8JsonReader(utf8, Options);
        var names = new Stack<string?>(); // of the open object's last member; an array's items have the name of the array
        string? name = null;
        var (bytes, characters, item) = (0, 0, 0);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    names.Push(name);
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    name = names.Pop();
                    break;
                case JsonTokenType.PropertyName:
                    name = reader.GetString();
                    break;
                case JsonTokenType.String:
                    var start = (int)reader.TokenStartIndex + 1;
                    characters += Encoding.UTF8.GetCharCount(utf8.AsSpan(bytes, start - bytes));
                    var length = Encoding.UTF8.GetCharCount(reader.ValueSpan);
                    bytes = start;
                    Take(json, new TextRange(characters, characters + length), names.Count == 1 && referredTo.TryGetValue(item, out var referring) ? referring : name, nesting);
                    break;
                default:
                    break;
            }

            item += names.Count == 1 && reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.PropertyName) ? 1 : 0;
        }
    }

    private void Take(TracedText json, TextRange range, string? name, int nesting)
    {
        var raw = json.Text.AsSpan(range.Start, range.Length);
        if (nesting < MaxNesting && LooksLikeJson(raw) && TryRead(json.UnescapeJson(range), nesting + 1))
        {
            return;
        }

        if (NamesText(name))
        {
            _texts.Add(json.UnescapeJson(range));
        }
    }

    /// <summary>Of a flattened array: the members that refer to its items by number. The first to refer gives the name.</summary>
    private static Dictionary<int, string> ReferredTo(byte[] utf8)
    {
        var found = new Dictionary<int, string>();
        var reader = new Utf8JsonReader(utf8, Options);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
        {
            return found;
        }

        string? name = null;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                name = reader.CurrentDepth == 2 ? reader.GetString() : null;
            }
            else if (reader.TokenType == JsonTokenType.Number && reader.CurrentDepth == 2 && name is not null && reader.TryGetInt32(out var item))
            {
                found.TryAdd(item, name);
                name = null;
            }
            else
            {
                name = null;
            }
        }

        return found;
    }
}
