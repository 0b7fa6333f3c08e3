using System.Runtime.InteropServices;
using System.Text;

namespace ArchiveScrub.Quality.Metrics;

/// <summary>How many of a page's snippets stand in an output.</summary>
/// <param name="Found">Wanted snippets that were found.</param>
/// <param name="Wanted">All wanted snippets (<c>with</c>).</param>
/// <param name="Leaked">Forbidden snippets that were found.</param>
/// <param name="Forbidden">All forbidden snippets (<c>without</c>).</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SnippetScore(int Found, int Wanted, int Leaked, int Forbidden)
{
    /// <summary>Adds up.</summary>
    public static SnippetScore operator +(SnippetScore a, SnippetScore b) => new(a.Found + b.Found, a.Wanted + b.Wanted, a.Leaked + b.Leaked, a.Forbidden + b.Forbidden);

    /// <summary>Looks the snippets up.</summary>
    public static SnippetScore Of(string output, IReadOnlyList<string> with, IReadOnlyList<string> without)
    {
        var haystack = new Haystack(output);
        return new SnippetScore(with.Count(haystack.Contains), with.Count, without.Count(haystack.Contains), without.Count);
    }

    /// <summary>
    /// A text in which snippets are looked up: case does not count, white space is one space, and the <c>- </c> that
    /// clean text puts before list items may be there or not.
    /// </summary>
    internal sealed class Haystack(string text)
    {
        private readonly string _plain = Normalize(text, dropBullets: false);
        private readonly string _withoutBullets = Normalize(text, dropBullets: true);

        /// <summary>Whether the snippet is in the text.</summary>
        public bool Contains(string snippet)
        {
            var needle = Normalize(snippet, dropBullets: false);
            return _plain.Contains(needle, StringComparison.Ordinal) || _withoutBullets.Contains(needle, StringComparison.Ordinal);
        }

        private static string Normalize(string text, bool dropBullets)
        {
            var normal = new StringBuilder(text.Length);
            var atLineStart = true;
            for (var i = 0; i < text.Length; i++)
            {
                var c = text[i];
                if (char.IsWhiteSpace(c))
                {
                    atLineStart |= c == '\n';
                    if (normal.Length > 0 && normal[^1] != ' ')
                    {
                        normal.Append(' ');
                    }
                }
                else if (dropBullets && atLineStart && c == '-' && i + 1 < text.Length && text[i + 1] == ' ')
                {
                    atLineStart = false;
                }
                else
                {
                    atLineStart = false;
                    normal.Append(char.ToLowerInvariant(c));
                }
            }

            return normal.ToString().TrimEnd();
        }
    }
}
