using System.Collections.Frozen;
using System.Text.Json;

namespace ArchiveScrub;

/// <summary>The names of kinds, and which of them are kept.</summary>
public static class Kinds
{
    private static readonly string[] Names = [.. Enum.GetNames<Kind>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName)];

    private static readonly FrozenDictionary<string, Kind> ByName =
        Enum.GetValues<Kind>().ToFrozenDictionary(static k => Names[(int)k], StringComparer.Ordinal);

    /// <summary>Every kind.</summary>
    public static IReadOnlyList<Kind> All { get; } = Enum.GetValues<Kind>();

    /// <summary>Whether blocks of this kind stay in the clean text.</summary>
    public static bool IsKept(this Kind kind) => kind <= Kind.Credit;

    /// <summary>Whether blocks of this kind are body: kept, and not the head of the page.</summary>
    internal static bool IsBody(this Kind kind) => kind.IsKept() && kind is not (Kind.Title or Kind.Subtitle or Kind.Byline or Kind.Dateline);

    /// <summary>The name used in manifests and on the command line: <c>comment-policy</c>.</summary>
    public static string Name(this Kind kind) => Names[(int)kind];

    /// <summary>The kind of that name.</summary>
    public static bool TryParse(string name, out Kind kind) => ByName.TryGetValue(name, out kind);
}
