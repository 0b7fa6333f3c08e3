using ArchiveScrub.Blocks;

namespace ArchiveScrub.Chrome.Model;

/// <summary>The keep rates of the name tokens of a page's blocks.</summary>
internal sealed class NameRates
{
    /// <summary>Blocks of one parent share what its names say; of so many parents it is remembered.</summary>
    private const int Remembered = 4096;

    private readonly KeepRates[] _rates;
    private readonly NameTokens _tokens;
    private readonly float[] _ofParent;
    private readonly int[] _parents;

    public NameRates(SegmentedPage page, KeepRates[] rates)
    {
        _rates = rates;
        _tokens = new NameTokens(page);
        var remembered = Math.Min(Remembered, page.Elements.Count);
        _ofParent = new float[remembered * Columns];
        _parents = new int[remembered];
        Array.Fill(_parents, -1);
    }

    /// <summary>How many numbers there are of each block.</summary>
    public int Columns => _rates.Length * KeepRates.Columns.Count;

    /// <summary>Writes those of a block.</summary>
    public void Write(Block block, Span<float> columns)
    {
        if (block.Parent is { } parent)
        {
            var slot = parent.Index % _parents.Length;
            var known = _ofParent.AsSpan(slot * Columns, Columns);
            if (_parents[slot] != parent.Index)
            {
                _parents[slot] = parent.Index;
                Write(block, known, ofText: false);
            }

            known.CopyTo(columns);
        }
        else
        {
            columns.Clear();
        }

        Write(block, columns, ofText: true);
    }

    private void Write(Block block, Span<float> columns, bool ofText)
    {
        for (var family = 0; family < _rates.Length; family++)
        {
            if (NameTokens.IsOfText(family) == ofText)
            {
                _rates[family].Write(_tokens.Of(block, family), columns.Slice(family * KeepRates.Columns.Count, KeepRates.Columns.Count));
            }
        }
    }
}
