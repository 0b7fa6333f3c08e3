using System.Text;
using ArchiveScrub.Provenance;

namespace ArchiveScrub;

/// <summary>
/// Takes a scrub back, from the manifest and the clean text alone. What comes out is what was scrubbed only where
/// <see cref="ManifestVerifier"/> finds nothing wrong with the two.
/// </summary>
public static class ManifestRestorer
{
    /// <summary>The linear text: all that the page said, in document order.</summary>
    /// <exception cref="InvalidDataException">The two do not fit together.</exception>
    public static string RestoreLinear(Manifest manifest, string cleanText)
    {
        var texts = Read(manifest, cleanText);
        var linear = new StringBuilder();
        for (var i = 0; i < texts.Length; i++)
        {
            linear.Append(BlockTexts.FollowsALineEnd(manifest, i) ? "\n" : "").Append(texts[i]);
        }

        return linear.ToString();
    }

    /// <summary>
    /// The clean text with the blocks of some kinds put back where they stood: in document order, after title, subtitle
    /// and dateline line. With no kinds it is the clean text itself.
    /// </summary>
    /// <exception cref="InvalidDataException">The two do not fit together.</exception>
    public static string RestoreKinds(Manifest manifest, string cleanText, IReadOnlySet<Kind> kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        var texts = Read(manifest, cleanText);
        var clean = new CodePointSlicer(cleanText);
        var result = new StringBuilder();
        var end = -1; // of the block that was put last, where it is of the body

        PutInserted(Kind.Title);
        PutBlocks(static (_, b) => b.Clean is not null && b.Kind is Kind.Title);
        PutBlocks(static (_, b) => b.Clean is not null && b.Kind is Kind.Subtitle);
        PutInserted(Kind.Dateline);
        PutBlocks(static (kinds, b) => b.Clean is null ? kinds.Contains(b.Kind) : b.Kind is not (Kind.Title or Kind.Subtitle));
        return result.Append(result.Length == 0 ? "" : "\n").ToString();

        void PutInserted(Kind kind)
        {
            foreach (var line in manifest.Inserted.Where(n => n.Kind == kind))
            {
                Put(clean.Slice(line.Clean) ?? throw new InvalidDataException("An inserted line is not in the clean text."), kind, isPart: false);
            }
        }

        void PutBlocks(Func<IReadOnlySet<Kind>, ManifestBlock, bool> isWanted)
        {
            end = -1;
            for (var i = 0; i < texts.Length; i++)
            {
                if (isWanted(kinds, manifest.Blocks[i]))
                {
                    // A dateline that is put back goes on in its paragraph.
                    Put(texts[i], manifest.Blocks[i].Kind, isPart: manifest.Blocks[i].Linear.Start == end);
                    end = manifest.Blocks[i].Linear.End;
                }
            }
        }

        void Put(string text, Kind kind, bool isPart)
        {
            result.Append(isPart || result.Length == 0 ? "" : CleanTextComposer.Separator)
                .Append(kind == Kind.ListItem ? CleanTextComposer.ListMarker : "")
                .Append(text);
        }
    }

    private static string[] Read(Manifest manifest, string cleanText)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(cleanText);
        return BlockTexts.Read(manifest, cleanText, out var problem) ?? throw new InvalidDataException(problem);
    }
}
