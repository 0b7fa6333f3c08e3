using ArchiveScrub.Chrome.Lexicons;

namespace ArchiveScrub.Chrome.Model;

/// <summary>The models in force: one for HTML, one for text captures. Either may be missing: then the simple content decision decides.</summary>
/// <param name="Html">For HTML pages.</param>
/// <param name="Text">For text captures.</param>
/// <param name="Digest">SHA-256 of both, lower-case hex; null where there is none.</param>
internal sealed record BlockModels(ModelDecision? Html, ModelDecision? Text, string? Digest)
{
    /// <summary>No models.</summary>
    public static BlockModels None { get; } = new(null, null, null);

    /// <summary>The models that are built into the library.</summary>
    public static BlockModels Load(Lexicon lexicon) =>
        Load(lexicon, static name => typeof(BlockModels).Assembly.GetManifestResourceStream("ArchiveScrub.Chrome.Model." + name));

    /// <summary>The model for a format.</summary>
    public ModelDecision? For(PageFormat format) => format == PageFormat.Html ? Html : Text;

    /// <summary>The models that <paramref name="open"/> gives by name, such as those of one fold of the training; null for one that is missing.</summary>
    public static BlockModels Load(Lexicon lexicon, Func<string, Stream?> open)
    {
        using var hash = System.Security.Cryptography.IncrementalHash.CreateHash(System.Security.Cryptography.HashAlgorithmName.SHA256);
        var html = ReadOne("html.model");
        var text = ReadOne("text.model");
        return new BlockModels(html, text, html is null && text is null ? null : Convert.ToHexStringLower(hash.GetHashAndReset()));

        ModelDecision? ReadOne(string name)
        {
            using var stream = open(name);
            if (stream is null)
            {
                return null;
            }

            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            hash.AppendData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
            bytes.Position = 0;
            return new ModelDecision(BlockModel.Read(bytes), lexicon);
        }
    }
}
