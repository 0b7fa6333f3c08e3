using System.Buffers;

namespace ArchiveScrub.Text;

/// <summary>
/// Text that grows, in a pooled array: what <c>StringBuilder</c> is for, with fast access to what was written. An array
/// that is not given back is garbage like any other.
/// </summary>
internal sealed class TextBuffer(int capacity = 256)
{
    private char[] _text = ArrayPool<char>.Shared.Rent(capacity);

    /// <summary>How many code units there are. Setting it cuts off the rest.</summary>
    public int Length { get; set; }

    /// <summary>The text so far.</summary>
    public ReadOnlySpan<char> Span => _text.AsSpan(0, Length);

    /// <summary>The last code unit; NUL where there is none.</summary>
    public char Last => Length > 0 ? _text[Length - 1] : '\0';

    /// <summary>Appends a code unit.</summary>
    public void Append(char c)
    {
        if (Length == _text.Length)
        {
            Grow(1);
        }

        _text[Length++] = c;
    }

    /// <summary>Appends text.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        if (Length + text.Length > _text.Length)
        {
            Grow(text.Length);
        }

        text.CopyTo(_text.AsSpan(Length));
        Length += text.Length;
    }

    /// <inheritdoc/>
    public override string ToString() => Span.ToString();

    /// <summary>The text so far; the array goes back to the pool, and the buffer is empty.</summary>
    public string Finish()
    {
        var text = ToString();
        ArrayPool<char>.Shared.Return(_text);
        _text = [];
        Length = 0;
        return text;
    }

    private void Grow(int by)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(Length + by, Math.Max(Length * 2, 256)));
        Span.CopyTo(larger);
        ArrayPool<char>.Shared.Return(_text);
        _text = larger;
    }
}
