using System.Runtime.InteropServices;
using ArchiveScrub.Blocks;
using ArchiveScrub.Chrome;

namespace ArchiveScrub.Datelines;

/// <summary>Where a page's title and body stand among its blocks.</summary>
/// <param name="Title">Index of the title; 0 where there is none.</param>
/// <param name="Start">Index of the first paragraph of the body after it.</param>
/// <param name="End">Index after the last block of the body.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Body(int Title, int Start, int End)
{
    private const int MinWords = 8;

    /// <summary>Finds them by the verdicts.</summary>
    public static Body Find(SegmentedPage page, IReadOnlyList<Verdict> verdicts)
    {
        var title = 0;
        for (var i = 0; i < verdicts.Count; i++)
        {
            if (verdicts[i].Kind == Kind.Title)
            {
                title = i;
                break;
            }
        }

        var (start, end) = (-1, -1);
        for (var i = title; i < verdicts.Count; i++)
        {
            if (IsBody(verdicts[i].Kind))
            {
                end = i + 1;
                if (start < 0 && page.Blocks[i].WordCount >= MinWords)
                {
                    start = i;
                }
            }
        }

        return start < 0 ? new Body(title, end < 0 ? verdicts.Count : FirstBody(verdicts, title), end < 0 ? verdicts.Count : end) : new Body(title, start, end);
    }

    /// <summary>Whether a kind is of the body.</summary>
    public static bool IsBody(Kind kind) => kind is Kind.Heading or Kind.Paragraph or Kind.ListItem or Kind.TableRow or Kind.Quote or Kind.Code;

    private static int FirstBody(IReadOnlyList<Verdict> verdicts, int from)
    {
        var i = from;
        while (i < verdicts.Count && !IsBody(verdicts[i].Kind))
        {
            i++;
        }

        return i;
    }
}
