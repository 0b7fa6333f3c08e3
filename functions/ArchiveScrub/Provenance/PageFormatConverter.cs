using System.Text.Json;
using System.Text.Json.Serialization;

namespace ArchiveScrub.Provenance;

/// <summary>Formats are written <c>html</c> and <c>text</c>.</summary>
internal sealed class PageFormatConverter() : JsonStringEnumConverter<PageFormat>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false);
