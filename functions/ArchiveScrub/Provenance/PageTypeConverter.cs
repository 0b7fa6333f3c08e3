using System.Text.Json;
using System.Text.Json.Serialization;

namespace ArchiveScrub.Provenance;

/// <summary>Page types are written by their names: <c>article</c>.</summary>
internal sealed class PageTypeConverter() : JsonStringEnumConverter<PageType>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false);
