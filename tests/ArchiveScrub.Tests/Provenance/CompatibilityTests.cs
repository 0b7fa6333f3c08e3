using ArchiveScrub.Tests.Architecture;
using Xunit;

namespace ArchiveScrub.Tests.Provenance;

/// <summary>
/// Manifests that earlier versions wrote, kept as they were written: <c>tests/manifests/VERSION</c>, a folder for every
/// schema version. They keep verifying, keep giving the linear text, and keep being valid.
/// </summary>
public sealed class CompatibilityTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "manifests");

    public static TheoryData<string> Manifests() =>
        [.. Directory.EnumerateFiles(Folder, "*.manifest.json", SearchOption.AllDirectories).Select(static f => Path.GetRelativePath(Folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Manifests))]
    public void Manifest_of_an_earlier_version_keeps_verifying(string name)
    {
        var stored = File.ReadAllBytes(Path.Combine(Folder, name));
        var text = File.ReadAllBytes(Path.Combine(Folder, name.Replace(".manifest.json", ".clean.txt", StringComparison.Ordinal)));
        var manifest = ManifestJson.Deserialize(stored);

        Assert.Equal(Path.GetDirectoryName(name), manifest.SchemaVersion);
        Assert.NotNull(manifest.Activity);
        Assert.Empty(ManifestVerifier.VerifyConservation(stored, text));
        Assert.Empty(new JsonSchemaValidator(ManifestSchema.Text).Validate(stored));
    }

    [Fact]
    public void Every_version_up_to_this_one_is_kept()
    {
        var kept = Directory.EnumerateDirectories(Folder).Select(static f => Path.GetFileName(f)!).Order(StringComparer.Ordinal);

        Assert.Equal(Enumerable.Range(0, int.Parse(Manifest.CurrentSchemaVersion[2..], System.Globalization.CultureInfo.InvariantCulture)).Select(static i => $"1.{i}"), kept);
    }
}
