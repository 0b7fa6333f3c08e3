namespace ArchiveScrub.Chrome.Model;

/// <summary>
/// Judges the blocks of a page together: it sees what the trees say of each block and of those around it, and what the
/// page is made of as a whole. A small residual network of dilated convolutions over the sequence of blocks (Bai, Kolter
/// and Koltun 2018), trained for the word F1 of whole pages. Immutable.
/// </summary>
internal sealed class SequenceNetwork
{
    private readonly InputScale[] _scales;
    private readonly SequenceLayer _first;
    private readonly SequenceLayer[] _before;
    private readonly SequenceLayer _page;
    private readonly SequenceLayer[] _after;
    private readonly float[] _last;
    private readonly float _bias;

    private SequenceNetwork(InputScale[] scales, SequenceLayer first, SequenceLayer[] before, SequenceLayer page, SequenceLayer[] after, float[] last, float bias)
    {
        _scales = scales;
        _first = first;
        _before = before;
        _page = page;
        _after = after;
        _last = last;
        _bias = bias;
    }

    /// <summary>
    /// Reads a network: inputs (i32), of each its column in <see cref="SequenceInputs"/> (i32), middle and spread (f32);
    /// the first layer; the layers before the page is summed up, their number first (i32); the layer of the page; those after it
    /// likewise; the last weights and the bias (f32).
    /// </summary>
    public static SequenceNetwork Read(BinaryReader reader)
    {
        var scales = new InputScale[reader.ReadInt32()];
        for (var i = 0; i < scales.Length; i++)
        {
            scales[i] = new InputScale(reader.ReadInt32(), reader.ReadSingle(), reader.ReadSingle());
        }

        var first = SequenceLayer.Read(reader);
        var before = ReadLayers(reader);
        var page = SequenceLayer.Read(reader);
        var after = ReadLayers(reader);
        var last = new float[first.Outputs];
        for (var i = 0; i < last.Length; i++)
        {
            last[i] = reader.ReadSingle();
        }

        return new SequenceNetwork(scales, first, before, page, after, last, reader.ReadSingle());
    }

    /// <summary>Log odds of each block to be content.</summary>
    public float[] Score(SequenceInputs inputs)
    {
        using var scaled = new BlockChannels(inputs.Count, _scales.Length);
        for (var i = 0; i < inputs.Count; i++)
        {
            var to = scaled[i];
            for (var s = 0; s < to.Length; s++)
            {
                to[s] = _scales[s].Of(inputs[i, _scales[s].Column]);
            }
        }

        using var one = new BlockChannels(inputs.Count, _first.Outputs);
        using var other = new BlockChannels(inputs.Count, _first.Outputs);
        _first.Apply(scaled, one, keepsInput: false);
        var (state, spare) = AddLayers(_before, one, other);
        AddPage(state, inputs);
        (state, _) = AddLayers(_after, state, spare);
        var scores = new float[inputs.Count];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = _bias;
            var channels = state[i];
            for (var c = 0; c < channels.Length; c++)
            {
                scores[i] += channels[c] * _last[c];
            }
        }

        return scores;
    }

    private static SequenceLayer[] ReadLayers(BinaryReader reader)
    {
        var layers = new SequenceLayer[reader.ReadInt32()];
        for (var i = 0; i < layers.Length; i++)
        {
            layers[i] = SequenceLayer.Read(reader);
        }

        return layers;
    }

    private static (BlockChannels State, BlockChannels Spare) AddLayers(SequenceLayer[] layers, BlockChannels state, BlockChannels spare)
    {
        foreach (var layer in layers)
        {
            layer.Apply(state, spare, keepsInput: true);
            (state, spare) = (spare, state);
        }

        return (state, spare);
    }

    /// <summary>Adds to each block what the page as a whole is like: the mean by words and the greatest of each channel.</summary>
    private void AddPage(BlockChannels state, SequenceInputs inputs)
    {
        var width = _first.Outputs;
        using var summary = new BlockChannels(1, 2 * width);
        summary[0].Clear();
        var mean = summary[0][..width];
        var greatest = summary[0][width..];
        float total = 0;
        for (var i = 0; i < state.Count; i++)
        {
            var weight = MathF.Sqrt(inputs.WordsOf(i));
            total += weight;
            var channels = state[i];
            for (var c = 0; c < channels.Length; c++)
            {
                mean[c] += channels[c] * weight;
                greatest[c] = Math.Max(greatest[c], channels[c]);
            }
        }

        foreach (ref var value in mean)
        {
            value /= total + 1e-6f;
        }

        using var page = new BlockChannels(1, width);
        _page.Apply(summary, page, keepsInput: false);
        var added = page[0];
        for (var i = 0; i < state.Count; i++)
        {
            var channels = state[i];
            for (var c = 0; c < channels.Length; c++)
            {
                channels[c] += added[c];
            }
        }
    }
}
