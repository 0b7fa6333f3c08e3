using ArchiveScrub.Chrome.Lexicons;

namespace ArchiveScrub.Chrome.Model;

/// <summary>The parts that know the lexicon; made once.</summary>
/// <param name="Shape">Features of a block by itself.</param>
/// <param name="Place">Features of its place.</param>
internal sealed record FeatureWriters(ShapeFeatures Shape, PlaceFeatures Place)
{
    /// <summary>Makes them for a lexicon.</summary>
    public static FeatureWriters Of(Lexicon lexicon) => new(new ShapeFeatures(lexicon), new PlaceFeatures(lexicon));
}
