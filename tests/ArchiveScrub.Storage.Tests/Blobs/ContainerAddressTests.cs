using Azure.Core;
using Azure.Identity;
using Xunit;

namespace ArchiveScrub.Storage.Tests;

public sealed class ContainerAddressTests
{
    private const string Connection = "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5;BlobEndpoint=http://127.0.0.1:10000/a;";

    [Theory]
    [InlineData("blob:captures", "http://127.0.0.1:10000/a/captures", "", "blob:captures")]
    [InlineData("blob:captures/2020/", "http://127.0.0.1:10000/a/captures", "2020/", "blob:captures/2020/")]
    [InlineData("https://a.blob.core.windows.net/captures", "https://a.blob.core.windows.net/captures", "", "https://a.blob.core.windows.net/captures")]
    [InlineData("https://a.blob.core.windows.net/captures/2020/01", "https://a.blob.core.windows.net/captures", "2020/01", "https://a.blob.core.windows.net/captures/2020/01")]
    public void An_address_names_a_container_and_what_is_meant_in_it(string text, string container, string prefix, string shown)
    {
        Assert.True(ContainerAddress.IsAddress(text));
        var address = Parse(text);
        Assert.Equal(container, address.Container.Uri.ToString());
        Assert.Equal(prefix, address.Prefix);
        Assert.Equal(shown, address.Text);
    }

    [Fact]
    public void A_signature_is_used_and_never_shown()
    {
        var address = Parse("https://a.blob.core.windows.net/captures?sv=2024-01-01&sr=c&sp=rl&sig=secret%3D");
        Assert.Contains("sig=secret", address.Container.Uri.Query, StringComparison.Ordinal);
        Assert.Equal("https://a.blob.core.windows.net/captures", address.Text);
    }

    [Theory]
    [InlineData("blob:")]
    [InlineData("blob:/a")]
    [InlineData("https://a.blob.core.windows.net/")]
    [InlineData("https://")]
    [InlineData("http://a.blob.core.windows.net/captures")]
    [InlineData("http://127.0.0.1:10000/devstoreaccount1/captures")]
    public void What_names_no_container_or_would_go_out_in_the_clear_is_refused(string text) =>
        Assert.Throws<FormatException>(() => Parse(text));

    [Theory]
    [InlineData(null)]
    [InlineData("secret nonsense")]
    public void A_connection_string_that_is_missing_or_wrong_is_named_but_not_told(string? connection)
    {
        var error = Assert.Throws<FormatException>(() => ContainerAddress.Parse("blob:captures", _ => connection, NoCredential));
        Assert.Contains(ContainerAddress.ConnectionVariable, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_quarantine_stands_beside_the_output()
    {
        Assert.Equal(("blob:quarantine", "quarantine"), (Parse("blob:clean").Beside("quarantine").Text, Parse("blob:clean").Beside("quarantine").Container.Name));
        Assert.Equal("https://clean.blob.core.windows.net/quarantine", Parse("https://clean.blob.core.windows.net/clean").Beside("quarantine").Text);
    }

    [Theory]
    [InlineData("captures")]
    [InlineData("./blob")]
    [InlineData("/a/https:/x")]
    [InlineData("-")]
    public void A_path_is_no_address(string text) => Assert.False(ContainerAddress.IsAddress(text));

    private static ContainerAddress Parse(string text) => ContainerAddress.Parse(text, static _ => Connection, static () => new DefaultAzureCredential());

    private static TokenCredential NoCredential() => throw new InvalidOperationException("nobody needs an identity here");
}
