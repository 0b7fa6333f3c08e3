using System.Globalization;
using System.Text.Json;

namespace ArchiveScrub.Provenance;

/// <summary>Finds the first place where two JSON documents differ, in the order of the first one.</summary>
internal static class JsonDifference
{
    private const int MostShown = 80;

    /// <summary>The difference in a sentence, with the path of the member; null where there is none.</summary>
    /// <param name="stored">One document.</param>
    /// <param name="derived">The other one.</param>
    /// <param name="passedOver">Members of the outermost object that do not count.</param>
    public static string? First(JsonElement stored, JsonElement derived, IReadOnlyList<string> passedOver) =>
        First(stored, derived, "", passedOver);

    private static string? First(JsonElement stored, JsonElement derived, string path, IReadOnlyList<string> passedOver)
    {
        if (stored.ValueKind != derived.ValueKind)
        {
            return Describe(path, Show(stored), Show(derived));
        }

        return stored.ValueKind switch
        {
            JsonValueKind.Object => FirstOfObjects(stored, derived, path, passedOver),
            JsonValueKind.Array => FirstOfArrays(stored, derived, path),
            _ when JsonElement.DeepEquals(stored, derived) => null,
            _ => Describe(path, Show(stored), Show(derived)),
        };
    }

    private static string? FirstOfObjects(JsonElement stored, JsonElement derived, string path, IReadOnlyList<string> passedOver)
    {
        var prefix = path.Length == 0 ? "" : path + ".";
        var names = stored.EnumerateObject().Concat(derived.EnumerateObject()).Select(static m => m.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        foreach (var name in names.Where(name => !passedOver.Contains(name)))
        {
            var isStored = stored.TryGetProperty(name, out var one);
            var isDerived = derived.TryGetProperty(name, out var other);
            var difference = isStored && isDerived
                ? First(one, other, prefix + name, [])
                : Describe(prefix + name, isStored ? Show(one) : "nothing", isDerived ? Show(other) : "nothing");
            if (difference is not null)
            {
                return difference;
            }
        }

        return null;
    }

    private static string? FirstOfArrays(JsonElement stored, JsonElement derived, string path)
    {
        var shorter = Math.Min(stored.GetArrayLength(), derived.GetArrayLength());
        for (var i = 0; i < shorter; i++)
        {
            if (First(stored[i], derived[i], string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), []) is { } difference)
            {
                return difference;
            }
        }

        return stored.GetArrayLength() == derived.GetArrayLength()
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{path} has {stored.GetArrayLength()} items in the manifest and {derived.GetArrayLength()} from the capture");
    }

    private static string Describe(string path, string stored, string derived) => $"{path} is {stored} in the manifest and {derived} from the capture";

    private static string Show(JsonElement value)
    {
        var text = value.GetRawText();
        return text.Length <= MostShown ? text : text[..(char.IsHighSurrogate(text[MostShown - 1]) ? MostShown - 1 : MostShown)] + "…";
    }
}
