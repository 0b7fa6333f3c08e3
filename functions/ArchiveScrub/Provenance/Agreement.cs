using System.Runtime.InteropServices;

namespace ArchiveScrub.Provenance;

/// <summary>How far two texts agree: F1 of their words as multisets.</summary>
internal static class Agreement
{
    /// <summary>Below this the two tools disagree on what the article is.</summary>
    public const double Weak = 0.5;

    /// <summary>Texts with fewer words than this, both of them, are not worth a flag.</summary>
    public const int FewWords = 60;

    /// <summary>The figure, and the words of the longer text.</summary>
    public static (double F1, int Words) Of(string left, string right)
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        var (leftCount, rightCount, common) = (0, 0, 0);
        foreach (var word in Words(left))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(words, word, out _)++;
            leftCount++;
        }

        foreach (var word in Words(right))
        {
            rightCount++;
            ref var open = ref CollectionsMarshal.GetValueRefOrAddDefault(words, word, out _);
            if (open > 0)
            {
                open--;
                common++;
            }
        }

        var f1 = leftCount + rightCount == 0 ? 1 : 2.0 * common / (leftCount + rightCount);
        return (f1, Math.Max(leftCount, rightCount));
    }

    private static IEnumerable<string> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isWord = i < text.Length && (char.IsLetterOrDigit(text[i]) || char.IsSurrogate(text[i]));
            if (isWord && start < 0)
            {
                start = i;
            }
            else if (!isWord && start >= 0)
            {
                yield return text[start..i].ToLowerInvariant();
                start = -1;
            }
        }
    }
}
