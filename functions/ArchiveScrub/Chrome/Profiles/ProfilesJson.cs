using System.Buffers;
using System.Globalization;
using System.Text.Json;
using ArchiveScrub.Text;

namespace ArchiveScrub.Chrome.Profiles;

/// <summary>
/// Profiles as JSON: canonical (RFC 8785), UTF-8, without a line end. Described by <c>profile-1.schema.json</c>.
/// </summary>
internal static class ProfilesJson
{
    private const string SchemaVersion = "1.0";
    private const int HashDigits = 16;

    /// <summary>Writes profiles.</summary>
    public static byte[] Write(IReadOnlyDictionary<SiteKey, SiteProfile> sites)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = CanonicalEncoder.Instance }))
        {
            json.WriteStartObject();
            json.WriteString("prints", BlockPrints.Method);
            json.WriteString("schemaVersion", SchemaVersion);
            json.WriteStartArray("sites");
            foreach (var (key, site) in sites.OrderBy(static s => s.Key.Format).ThenBy(static s => s.Key.Name, StringComparer.Ordinal))
            {
                Write(json, key, site);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads profiles.</summary>
    /// <exception cref="JsonException">The bytes are no profiles, or of a version that is not known.</exception>
    public static Dictionary<SiteKey, SiteProfile> Read(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        using var json = JsonDocument.ParseValue(ref reader);
        var root = json.RootElement;
        if (reader.Read() || root.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("site profiles are one JSON object");
        }

        var version = Member(root, "schemaVersion", JsonValueKind.String).GetString()!;
        if (!version.StartsWith("1.", StringComparison.Ordinal))
        {
            throw new JsonException($"schema version {version} is not known; this version reads 1.x");
        }

        var method = Member(root, "prints", JsonValueKind.String).GetString();
        if (method != BlockPrints.Method)
        {
            throw new JsonException($"the fingerprints are {method}, this version takes {BlockPrints.Method}: learn again");
        }

        var sites = new Dictionary<SiteKey, SiteProfile>();
        foreach (var site in Member(root, "sites", JsonValueKind.Array).EnumerateArray())
        {
            var key = new SiteKey(FormatOf(site), Member(site, "site", JsonValueKind.String).GetString()!);
            if (!sites.TryAdd(key, ReadSite(site)))
            {
                throw new JsonException($"{key.Name} stands twice");
            }
        }

        return sites;
    }

    private static void Write(Utf8JsonWriter json, SiteKey key, SiteProfile site)
    {
        json.WriteStartObject();
        json.WriteStartObject("blocks");
        foreach (var (print, count) in site.Prints.OrderBy(static p => p.Key))
        {
            json.WriteStartArray(Hex(print));
            json.WriteNumberValue(count.Words);
            json.WriteStringValue(count.Pages.ToString("x", CultureInfo.InvariantCulture));
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteString("format", key.Format == PageFormat.Html ? "html" : "text");
        json.WriteStartObject("pages");
        for (var i = 0; i < site.Ids.Length; i++)
        {
            json.WriteNumber(Hex(site.Ids[i]), site.Words[i]);
        }

        json.WriteEndObject();
        json.WriteString("site", key.Name);
        json.WriteEndObject();
    }

    private static SiteProfile ReadSite(JsonElement site)
    {
        var pages = new SortedDictionary<ulong, int>();
        foreach (var page in Member(site, "pages", JsonValueKind.Object).EnumerateObject())
        {
            pages[Hash(page.Name, HashDigits)] = Words(page.Value);
        }

        if (pages.Count is 0 or > ProfileLimits.Pages)
        {
            throw new JsonException($"a site has 1 to {ProfileLimits.Pages} pages, not {pages.Count}");
        }

        var known = ulong.MaxValue >> (ProfileLimits.Pages - pages.Count);
        var prints = new Dictionary<ulong, PrintCount>();
        foreach (var block in Member(site, "blocks", JsonValueKind.Object).EnumerateObject())
        {
            if (block.Value.ValueKind != JsonValueKind.Array || block.Value.GetArrayLength() != 2 || block.Value[1].ValueKind != JsonValueKind.String)
            {
                throw new JsonException($"block {block.Name} is not [words, pages]");
            }

            var count = new PrintCount(Words(block.Value[0]), Hash(block.Value[1].GetString()!, digits: null));
            if (count.Pages == 0 || (count.Pages & ~known) != 0)
            {
                throw new JsonException($"block {block.Name} stands on pages that are not listed");
            }

            prints[Hash(block.Name, HashDigits)] = count;
        }

        return new SiteProfile([.. pages.Keys], [.. pages.Values], prints);
    }

    private static PageFormat FormatOf(JsonElement site) => Member(site, "format", JsonValueKind.String).GetString() switch
    {
        "html" => PageFormat.Html,
        "text" => PageFormat.Text,
        var other => throw new JsonException($"format {other} is not known"),
    };

    private static JsonElement Member(JsonElement json, string name, JsonValueKind kind) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == kind
            ? value
            : throw new JsonException($"{name} is missing or not of its kind");

    private static int Words(JsonElement json) =>
        json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out var words) && words >= 0
            ? words
            : throw new JsonException($"{json} is no number of words");

    private static string Hex(ulong hash) => hash.ToString("x16", CultureInfo.InvariantCulture);

    private static ulong Hash(string hex, int? digits) =>
        hex.Length == (digits ?? hex.Length) && ulong.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hash)
            ? hash
            : throw new JsonException($"{hex} is no hash");
}
