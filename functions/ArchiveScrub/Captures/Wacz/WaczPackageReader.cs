using System.Text.Json;
using ArchiveScrub.Captures.Zip;

namespace ArchiveScrub.Captures.Wacz;

/// <summary>
/// Reads <c>datapackage.json</c> and <c>datapackage-digest.json</c> (WACZ 1.1.1, section 5). Neither is needed to read
/// the pages: where one is missing or cannot be read, what it would prove counts as absent.
/// </summary>
internal sealed class WaczPackageReader(ZipContainer container)
{
    public const string PackageName = "datapackage.json";
    public const string DigestName = "datapackage-digest.json";

    // A package lists a file in about 150 bytes.
    private const int MaxBytes = 16 * 1024 * 1024;

    private readonly List<CaptureWarning> _warnings = [];

    public async ValueTask<WaczPackage> ReadAsync(CancellationToken cancellationToken)
    {
        var package = await ReadFileAsync(PackageName, cancellationToken);
        var digest = await ReadFileAsync(DigestName, cancellationToken);
        using var packageJson = Parse(PackageName, package);
        using var digestJson = Parse(DigestName, digest);
        return new WaczPackage
        {
            Version = Text(packageJson, "wacz_version"),
            Resources = Resources(packageJson),
            Package = CheckPackage(package, digestJson),
            Signature = Member(digestJson?.RootElement, "signedData") is { ValueKind: JsonValueKind.Object } ? Integrity.Unchecked : Integrity.Absent,
            Warnings = _warnings,
        };
    }

    private static JsonElement? Member(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } && element.Value.TryGetProperty(name, out var member) ? member : null;

    private static string? Text(JsonElement? element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } member ? Lenient(member) : null;

    private static string? Text(JsonDocument? document, string name) => Text(document?.RootElement, name);

    /// <summary>A string; null where it is none, as one with half a surrogate pair.</summary>
    private static string? Lenient(JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static Dictionary<string, WaczResource> Resources(JsonDocument? package)
    {
        var resources = new Dictionary<string, WaczResource>(StringComparer.Ordinal);
        if (Member(package?.RootElement, "resources") is { ValueKind: JsonValueKind.Array } list)
        {
            foreach (var item in list.EnumerateArray())
            {
                if (Text(item, "path") is { } path)
                {
                    var size = Member(item, "bytes") is { ValueKind: JsonValueKind.Number } bytes && bytes.TryGetInt64(out var value) ? value : (long?)null;
                    resources.TryAdd(path, new WaczResource(Text(item, "hash"), size));
                }
            }
        }

        return resources;
    }

    private Integrity CheckPackage(byte[]? package, JsonDocument? digest)
    {
        using var declared = package is null ? null : DeclaredDigest.Parse(Text(digest, "hash"));
        declared?.Hash?.AppendData(package!);
        var result = WaczPackage.IntegrityOf(declared?.Check());
        if (result == Integrity.Mismatch)
        {
            _warnings.Add(new CaptureWarning(CaptureWarningCodes.DigestMismatch, $"{PackageName} is not the one that {DigestName} names", container.Contents.Find(PackageName)?.HeaderOffset));
        }

        return result;
    }

    private JsonDocument? Parse(string name, byte[]? bytes)
    {
        if (bytes is null)
        {
            return null;
        }

        try
        {
            // A byte order mark is not JSON, and is there now and then.
            return JsonDocument.Parse(bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes.AsMemory(3) : bytes);
        }
        catch (JsonException)
        {
            Warn(name, "is not JSON");
            return null;
        }
    }

    private async ValueTask<byte[]?> ReadFileAsync(string name, CancellationToken cancellationToken)
    {
        if (container.Contents.Find(name) is not { } file)
        {
            return null;
        }

        if (file.Size > MaxBytes)
        {
            Warn(name, "is larger than the limit");
            return null;
        }

        try
        {
            await using var stream = await container.OpenAsync(file, cancellationToken);
            var bytes = new byte[(int)file.Size];
            await stream.ReadExactlyAsync(bytes, cancellationToken);
            await stream.DrainAsync(cancellationToken: cancellationToken);
            return bytes;
        }
        catch (CaptureException e)
        {
            Warn(name, $"cannot be read: {e.Reason}");
            return null;
        }
    }

    private void Warn(string name, string what) =>
        _warnings.Add(new CaptureWarning(CaptureWarningCodes.ContainerIndexDamaged, $"{name} {what}", container.Contents.Find(name)?.HeaderOffset));
}
