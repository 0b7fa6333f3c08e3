using System.Text.Json;
using System.Text.Json.Serialization;

namespace ArchiveScrub.Provenance;

/// <summary>Results of checks are written <c>absent</c>, <c>verified</c>, ….</summary>
internal sealed class IntegrityConverter() : JsonStringEnumConverter<Integrity>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false);
