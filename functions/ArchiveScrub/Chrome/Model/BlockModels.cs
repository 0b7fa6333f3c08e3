namespace ArchiveScrub.Chrome.Model;

/// <summary>
/// The models in force: one for HTML, one for text captures, each read when the first page of its format comes. Either
/// may be missing: then the simple content decision decides. May be shared by threads.
/// </summary>
internal sealed class BlockModels
{
    private readonly Lazy<ModelDecision?> _html;
    private readonly Lazy<ModelDecision?> _text;

    private BlockModels(Func<string, Stream?> open)
    {
        _html = new Lazy<ModelDecision?>(() => Read(open, "html"));
        _text = new Lazy<ModelDecision?>(() => Read(open, "text"));
    }

    /// <summary>No models.</summary>
    public static BlockModels None { get; } = new(static _ => null);

    /// <summary>The models that are built into the library.</summary>
    public static BlockModels BuiltIn() => Of(static name => typeof(BlockModels).Assembly.GetManifestResourceStream("ArchiveScrub.Chrome.Model." + name));

    /// <summary>The models that <paramref name="open"/> gives by name, such as those of one fold of the training; null for one that is missing.</summary>
    public static BlockModels Of(Func<string, Stream?> open) => new(open);

    /// <summary>The model for a format.</summary>
    /// <exception cref="InvalidDataException">It is no model of this version.</exception>
    public ModelDecision? For(PageFormat format) => format == PageFormat.Html ? _html.Value : _text.Value;

    private static ModelDecision? Read(Func<string, Stream?> open, string name)
    {
        using var stream = open(name + ".model");
        using var page = open(name + "-page.model");
        return stream is null ? null : new ModelDecision(BlockModel.Read(stream), page is null ? null : PageModel.Read(page));
    }
}
