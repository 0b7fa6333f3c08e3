using ArchiveScrub.Blocks;

namespace ArchiveScrub.Chrome.Model;

/// <summary>The keep rates of the name tokens of a page's blocks.</summary>
internal sealed class NameRates
{
    /// <summary>Many blocks share what is far above them; of so many elements it is remembered.</summary>
    private const int Remembered = 256;

    private readonly KeepRates[] _rates;
    private readonly NameTokens _tokens;
    private readonly float[] _ofFar = new float[Remembered * KeepRates.Columns.Count];
    private readonly Element?[] _far = new Element?[Remembered];

    public NameRates(SegmentedPage page, KeepRates[] rates)
    {
        _rates = rates;
        _tokens = new NameTokens(page);
    }

    /// <summary>How many numbers there are of each block.</summary>
    public int Columns => _rates.Length * KeepRates.Columns.Count;

    /// <summary>Writes those of a block.</summary>
    public void Write(Block block, Span<float> columns)
    {
        for (var family = 0; family < _rates.Length; family++)
        {
            var ofFamily = columns.Slice(family * KeepRates.Columns.Count, KeepRates.Columns.Count);
            if (family == NameTokens.FarFamily && NameTokens.FarOf(block) is { } far)
            {
                WriteFar(block, far, ofFamily);
            }
            else
            {
                _rates[family].Write(_tokens.Of(block, family), ofFamily);
            }
        }
    }

    private void WriteFar(Block block, Element far, Span<float> columns)
    {
        var slot = far.Index % Remembered;
        var known = _ofFar.AsSpan(slot * KeepRates.Columns.Count, KeepRates.Columns.Count);
        if (_far[slot] != far)
        {
            _far[slot] = far;
            _rates[NameTokens.FarFamily].Write(_tokens.Of(block, NameTokens.FarFamily), known);
        }

        known.CopyTo(columns);
    }
}
