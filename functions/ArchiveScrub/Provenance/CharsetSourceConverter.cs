using System.Text.Json;
using System.Text.Json.Serialization;

namespace ArchiveScrub.Provenance;

/// <summary>Sources of a charset are written <c>bom</c>, <c>http</c>, ….</summary>
internal sealed class CharsetSourceConverter() : JsonStringEnumConverter<CharsetSource>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false);
