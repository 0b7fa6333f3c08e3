using System.Buffers;
using System.Globalization;
using System.Text;

namespace ArchiveScrub.Provenance.Report;

/// <summary>Writes HTML. Whatever is interpolated is escaped, but for what is HTML already.</summary>
internal sealed class Html
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'\0");

    private readonly StringBuilder _text = new();

    /// <summary>Appends HTML; the holes of the string are text and become harmless.</summary>
    public Html Add(FormattableString html)
    {
        var arguments = html.GetArguments();
        var escaped = new object[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            escaped[i] = arguments[i] switch
            {
                Html inner => inner._text,
                string text => Escape(text),
                IFormattable number => number,
                null => "",
                var other => Escape(other.ToString()!),
            };
        }

        _text.AppendFormat(CultureInfo.InvariantCulture, html.Format, escaped);
        return this;
    }

    /// <summary>Appends text.</summary>
    public Html AddText(string text)
    {
        _text.Append(Escape(text));
        return this;
    }

    /// <summary>Appends what is HTML already and none of the capture's.</summary>
    public Html AddRaw(string html)
    {
        _text.Append(html);
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    /// <summary>Text as it may stand between tags and in a quoted attribute.</summary>
    public static string Escape(string text)
    {
        if (text.AsSpan().IndexOfAny(Special) < 0)
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                '\0' => escaped.Append('\uFFFD'),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }
}
