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
        var count = inputs.Count;
        var width = _first.Outputs;
        var scaled = new float[count * _scales.Length];
        for (var i = 0; i < count; i++)
        {
            var row = inputs.Row(i);
            var to = scaled.AsSpan(i * _scales.Length, _scales.Length);
            for (var s = 0; s < to.Length; s++)
            {
                to[s] = _scales[s].Of(row);
            }
        }

        var state = new float[count * width];
        var change = new float[count * width];
        _first.Apply(scaled, count, state);
        AddLayers(_before, state, change, count);
        AddPage(state, inputs, width);
        AddLayers(_after, state, change, count);
        var scores = new float[count];
        for (var i = 0; i < count; i++)
        {
            var sum = _bias;
            for (var c = 0; c < width; c++)
            {
                sum += state[(i * width) + c] * _last[c];
            }

            scores[i] = sum;
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

    private static void AddLayers(SequenceLayer[] layers, float[] state, float[] change, int count)
    {
        foreach (var layer in layers)
        {
            layer.Apply(state, count, change);
            for (var i = 0; i < state.Length; i++)
            {
                state[i] += change[i];
            }
        }
    }

    /// <summary>Adds to each block what the page as a whole is like: the mean by words and the greatest of each channel.</summary>
    private void AddPage(float[] state, SequenceInputs inputs, int width)
    {
        var summary = new float[2 * width];
        float total = 0;
        for (var i = 0; i < inputs.Count; i++)
        {
            var weight = MathF.Sqrt(inputs.WordsOf(i));
            total += weight;
            for (var c = 0; c < width; c++)
            {
                var value = state[(i * width) + c];
                summary[c] += value * weight;
                summary[width + c] = Math.Max(summary[width + c], value);
            }
        }

        for (var c = 0; c < width; c++)
        {
            summary[c] /= total + 1e-6f;
        }

        var page = new float[width];
        _page.Apply(summary, 1, page);
        for (var i = 0; i < state.Length; i++)
        {
            state[i] += page[i % width];
        }
    }
}
