using ArchiveScrub.Chrome.Lexicons;

namespace ArchiveScrub.Chrome.Model;

/// <summary>The models in force: one for HTML, one for text captures. Either may be missing: then the simple content decision decides.</summary>
/// <param name="Html">For HTML pages.</param>
/// <param name="Text">For text captures.</param>
internal sealed record BlockModels(ModelDecision? Html, ModelDecision? Text)
{
    /// <summary>No models.</summary>
    public static BlockModels None { get; } = new(null, null);

    /// <summary>The models that are built into the library.</summary>
    public static BlockModels Load(Lexicon lexicon) =>
        Load(lexicon, static name => typeof(BlockModels).Assembly.GetManifestResourceStream("ArchiveScrub.Chrome.Model." + name));

    /// <summary>The model for a format.</summary>
    public ModelDecision? For(PageFormat format) => format == PageFormat.Html ? Html : Text;

    /// <summary>The models that <paramref name="open"/> gives by name, such as those of one fold of the training; null for one that is missing.</summary>
    public static BlockModels Load(Lexicon lexicon, Func<string, Stream?> open)
    {
        return new BlockModels(ReadOne("html"), ReadOne("text"));

        ModelDecision? ReadOne(string name)
        {
            using var stream = open(name + ".model");
            using var page = open(name + "-page.model");
            return stream is null ? null : new ModelDecision(BlockModel.Read(stream), page is null ? null : PageModel.Read(page), lexicon);
        }
    }
}
