using System.Buffers;
using System.Text.Json;
using ArchiveScrub.Text;

namespace ArchiveScrub.Provenance;

/// <summary>
/// Writes manifests as the generated serialiser does, member by member in their order, those that are null left out. The
/// serialiser asks each member how it is written, which every page pays for, and makes code for each type before the
/// first one, which cost as much as scrubbing it.
/// </summary>
internal static class ManifestWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = CanonicalEncoder.Instance, SkipValidation = true };
    private static readonly JsonEncodedText[] KindNames = [.. Kinds.All.Select(static kind => JsonEncodedText.Encode(kind.Name()))];
    private static readonly string[] FormatNames = NamesOf<PageFormat>();
    private static readonly string[] PageTypeNames = NamesOf<PageType>();
    private static readonly string[] CharsetSourceNames = NamesOf<CharsetSource>();
    private static readonly string[] IntegrityNames = NamesOf<Integrity>();

    /// <summary>Writes a manifest.</summary>
    public static void Write(IBufferWriter<byte> output, Manifest manifest)
    {
        using var writer = new Utf8JsonWriter(output, Options);
        writer.WriteStartObject();
        if (manifest.Activity is { } activity)
        {
            writer.WritePropertyName("activity"u8);
            Write(writer, activity);
        }

        writer.WriteStartArray("blocks"u8);
        foreach (var block in manifest.Blocks)
        {
            Write(writer, block);
        }

        writer.WriteEndArray();
        Write(writer, manifest.Capture);
        Put(writer, "digest"u8, manifest.Digest);
        writer.WriteStartArray("inserted"u8);
        foreach (var line in manifest.Inserted)
        {
            writer.WriteStartObject();
            Put(writer, "clean"u8, line.Clean);
            writer.WriteString("kind"u8, KindNames[(int)line.Kind]);
            Put(writer, "source"u8, line.Source);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        Write(writer, manifest.Page);
        Write(writer, manifest.Quality);
        Write(writer, manifest.Result);
        Put(writer, "schemaVersion"u8, manifest.SchemaVersion);
        Write(writer, manifest.Tool);
        writer.WriteEndObject();
    }

    /// <summary>Writes an activity by itself.</summary>
    public static void Write(IBufferWriter<byte> output, ManifestActivity activity)
    {
        using var writer = new Utf8JsonWriter(output, Options);
        Write(writer, activity);
    }

    private static void Write(Utf8JsonWriter writer, ManifestActivity activity)
    {
        writer.WriteStartObject();
        writer.WriteNumber("attempt"u8, activity.Attempt);
        Put(writer, "digest"u8, activity.Digest);
        writer.WriteString("ended"u8, activity.Ended);
        Put(writer, "host"u8, activity.Host);
        writer.WriteString("started"u8, activity.Started);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ManifestBlock block)
    {
        writer.WriteStartObject();
        Put(writer, "bytes"u8, block.Bytes);
        Put(writer, "clean"u8, block.Clean);
        writer.WriteNumber("confidence"u8, block.Confidence);
        Put(writer, "evidence"u8, block.Evidence);
        writer.WriteString("kind"u8, KindNames[(int)block.Kind]);
        Put(writer, "linear"u8, block.Linear);
        Put(writer, "path"u8, block.Path);
        Put(writer, "rule"u8, block.Rule);
        Put(writer, "text"u8, block.Text);
        Put(writer, "verdict"u8, block.Verdict);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ManifestCapture capture)
    {
        writer.WriteStartObject("capture"u8);
        Put(writer, "eTag"u8, capture.ETag);
        Put(writer, "mediaType"u8, capture.MediaType);
        Put(writer, "name"u8, capture.Name);
        Put(writer, "sha256"u8, capture.Sha256);
        writer.WriteNumber("size"u8, capture.Size);
        Put(writer, "store"u8, capture.Store);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ManifestPage page)
    {
        writer.WriteStartObject("page"u8);
        if (page.CapturedAt is { } capturedAt)
        {
            writer.WriteString("capturedAt"u8, capturedAt);
        }

        writer.WriteStartObject("charset"u8);
        writer.WriteNumber("confidence"u8, page.Charset.Confidence);
        Put(writer, "declared"u8, page.Charset.Declared);
        Put(writer, "name"u8, page.Charset.Name);
        writer.WriteNumber("replacements"u8, page.Charset.Replacements);
        Put(writer, "source"u8, CharsetSourceNames[(int)page.Charset.Source]);
        writer.WriteEndObject();
        Put(writer, "format"u8, FormatNames[(int)page.Format]);
        if (page.Record is { } record)
        {
            Write(writer, record);
        }

        Put(writer, "sha256"u8, page.Sha256);
        writer.WriteNumber("size"u8, page.Size);
        Put(writer, "targetUri"u8, page.TargetUri);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ManifestRecord record)
    {
        writer.WriteStartObject("record"u8);
        Put(writer, "blockDigest"u8, record.BlockDigest);
        if (record.Container is { } container)
        {
            writer.WriteStartObject("container"u8);
            Put(writer, "compression"u8, container.Compression);
            writer.WriteNumber("length"u8, container.Length);
            writer.WriteNumber("offset"u8, container.Offset);
            if (container.Wacz is { } wacz)
            {
                writer.WriteStartObject("wacz"u8);
                Put(writer, "file"u8, IntegrityNames[(int)wacz.File]);
                Put(writer, "hash"u8, wacz.Hash);
                Put(writer, "package"u8, IntegrityNames[(int)wacz.Package]);
                Put(writer, "pageId"u8, wacz.PageId);
                Put(writer, "pageTitle"u8, wacz.PageTitle);
                Put(writer, "signature"u8, IntegrityNames[(int)wacz.Signature]);
                Put(writer, "version"u8, wacz.Version);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        Put(writer, "httpStatus"u8, record.HttpStatus);
        Put(writer, "id"u8, record.Id);
        Put(writer, "length"u8, record.Length);
        Put(writer, "mediaType"u8, record.MediaType);
        writer.WriteNumber("offset"u8, record.Offset);
        Put(writer, "offsetInMember"u8, record.OffsetInMember);
        Put(writer, "path"u8, record.Path);
        Put(writer, "payloadDigest"u8, record.PayloadDigest);
        Put(writer, "refersTo"u8, record.RefersTo);
        Put(writer, "targetUri"u8, record.TargetUri);
        Put(writer, "truncated"u8, record.Truncated);
        Put(writer, "type"u8, record.Type);
        if (record.Warnings is { } warnings)
        {
            writer.WriteStartArray("warnings"u8);
            foreach (var warning in warnings)
            {
                writer.WriteStartObject();
                Put(writer, "code"u8, warning.Code);
                Put(writer, "message"u8, warning.Message);
                Put(writer, "offset"u8, warning.Offset);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ManifestQuality quality)
    {
        writer.WriteStartObject("quality"u8);
        writer.WriteNumber("confidence"u8, quality.Confidence);
        Put(writer, "flags"u8, quality.Flags);
        if (quality.SecondOpinion is { } opinion)
        {
            writer.WriteStartObject("secondOpinion"u8);
            writer.WriteNumber("agreement"u8, opinion.Agreement);
            Put(writer, "tool"u8, opinion.Tool);
            writer.WriteEndObject();
        }

        Put(writer, "warnings"u8, quality.Warnings);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ManifestResult result)
    {
        writer.WriteStartObject("result"u8);
        Put(writer, "byline"u8, result.Byline);
        Put(writer, "clean"u8, result.Clean);
        Put(writer, "credits"u8, result.Credits);
        if (result.Dateline is { } dateline)
        {
            Write(writer, dateline);
        }

        Put(writer, "language"u8, result.Language);
        Put(writer, "linear"u8, result.Linear);
        Put(writer, "linearRule"u8, result.LinearRule);
        if (result.PageType is { } type)
        {
            writer.WriteStartObject("pageType"u8);
            writer.WriteNumber("confidence"u8, type.Confidence);
            Put(writer, "type"u8, PageTypeNames[(int)type.Type]);
            writer.WriteEndObject();
        }

        writer.WriteStartObject("removed"u8);
        foreach (var (kind, removal) in result.Removed)
        {
            writer.WriteStartObject(kind);
            writer.WriteNumber("blocks"u8, removal.Blocks);
            writer.WriteNumber("codePoints"u8, removal.CodePoints);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        Put(writer, "title"u8, result.Title);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ManifestDateline dateline)
    {
        writer.WriteStartObject("dateline"u8);
        Put(writer, "agencies"u8, dateline.Agencies);
        Put(writer, "agency"u8, dateline.Agency);
        Put(writer, "basis"u8, dateline.Basis);
        writer.WriteNumber("confidence"u8, dateline.Confidence);
        Put(writer, "date"u8, dateline.Date);
        Put(writer, "edtf"u8, dateline.Edtf);
        if (dateline.Evidence is { } evidence)
        {
            writer.WriteStartArray("evidence"u8);
            foreach (var one in evidence)
            {
                Write(writer, one);
            }

            writer.WriteEndArray();
        }

        Put(writer, "inferred"u8, dateline.Inferred);
        Put(writer, "offset"u8, dateline.Offset);
        Put(writer, "place"u8, dateline.Place);
        if (dateline.Places is { } places)
        {
            writer.WriteStartArray("places"u8);
            foreach (var place in places)
            {
                writer.WriteStartObject();
                Put(writer, "country"u8, place.Country);
                Put(writer, "geonames"u8, place.GeoNames);
                Put(writer, "name"u8, place.Name);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        Put(writer, "time"u8, dateline.Time);
        Put(writer, "updated"u8, dateline.Updated);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ManifestDatelineEvidence evidence)
    {
        writer.WriteStartObject();
        if (evidence.Conflicts is { } conflicts)
        {
            writer.WriteBoolean("conflicts"u8, conflicts);
        }

        Put(writer, "field"u8, evidence.Field);
        Put(writer, "linear"u8, evidence.Linear);
        Put(writer, "rule"u8, evidence.Rule);
        Put(writer, "source"u8, evidence.Source);
        writer.WriteBoolean("used"u8, evidence.Used);
        Put(writer, "value"u8, evidence.Value);
        if (evidence.Weight is { } weight)
        {
            writer.WriteNumber("weight"u8, weight);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ManifestTool tool)
    {
        writer.WriteStartObject("tool"u8);
        Put(writer, "name"u8, tool.Name);
        Put(writer, "options"u8, tool.Options);
        Put(writer, "profile"u8, tool.Profile);
        Put(writer, "ruleSet"u8, tool.RuleSet);
        Put(writer, "version"u8, tool.Version);
        writer.WriteEndObject();
    }

    private static void Put(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }

    private static void Put(Utf8JsonWriter writer, ReadOnlySpan<byte> name, long? number)
    {
        if (number is { } value)
        {
            writer.WriteNumber(name, value);
        }
    }

    private static void Put(Utf8JsonWriter writer, ReadOnlySpan<byte> name, TextRange? range)
    {
        if (range is { } there)
        {
            writer.WriteStartArray(name);
            writer.WriteNumberValue(there.Start);
            writer.WriteNumberValue(there.End);
            writer.WriteEndArray();
        }
    }

    private static void Put(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<string>? texts)
    {
        if (texts is null)
        {
            return;
        }

        writer.WriteStartArray(name);
        for (var i = 0; i < texts.Count; i++)
        {
            writer.WriteStringValue(texts[i]);
        }

        writer.WriteEndArray();
    }

    private static void Put(Utf8JsonWriter writer, ReadOnlySpan<byte> name, ManifestText text)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("bytes"u8, text.Bytes);
        writer.WriteNumber("codePoints"u8, text.CodePoints);
        Put(writer, "sha256"u8, text.Sha256);
        writer.WriteNumber("words"u8, text.Words);
        writer.WriteEndObject();
    }

    private static void Put(Utf8JsonWriter writer, ReadOnlySpan<byte> name, ManifestRecordDigest? digest)
    {
        if (digest is null)
        {
            return;
        }

        writer.WriteStartObject(name);
        Put(writer, "computed"u8, digest.Computed);
        Put(writer, "declared"u8, digest.Declared);
        if (digest.Matches is { } matches)
        {
            writer.WriteBoolean("matches"u8, matches);
        }

        writer.WriteEndObject();
    }

    /// <summary>The names of an enumeration as its converter has them.</summary>
    private static string[] NamesOf<T>()
        where T : struct, Enum => Array.ConvertAll(Enum.GetNames<T>(), JsonNamingPolicy.KebabCaseLower.ConvertName);
}
