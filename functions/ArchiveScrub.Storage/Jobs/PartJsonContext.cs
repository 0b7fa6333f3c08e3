using System.Text.Json.Serialization;

namespace ArchiveScrub.Storage;

/// <summary>Source-generated serialisation of parts' headers.</summary>
[JsonSerializable(typeof(PartHeader))]
internal sealed partial class PartJsonContext : JsonSerializerContext;
