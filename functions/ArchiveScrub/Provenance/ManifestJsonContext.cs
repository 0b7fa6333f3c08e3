using System.Text.Json.Serialization;

namespace ArchiveScrub.Provenance;

/// <summary>Source-generated serialisation of manifests: no reflection, members in declared order, absent members left out.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
    RespectNullableAnnotations = true,
    AllowDuplicateProperties = false,
    Converters = [typeof(TextRangeConverter), typeof(KindConverter), typeof(PageFormatConverter), typeof(CharsetSourceConverter), typeof(IntegrityConverter)])]
[JsonSerializable(typeof(Manifest))]
[JsonSerializable(typeof(ManifestActivity))]
[JsonSerializable(typeof(QuarantineRecord))]
[JsonSerializable(typeof(RecordReport))]
[JsonSerializable(typeof(CaptureSummary))]
internal sealed partial class ManifestJsonContext : JsonSerializerContext;
