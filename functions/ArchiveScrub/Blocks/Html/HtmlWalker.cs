using ArchiveScrub.Blocks.Html.Preloaded;
using HtmlAgilityPack;

namespace ArchiveScrub.Blocks.Html;

/// <summary>
/// Walks the parser's tree leaf by leaf, in document order and without recursion, and tells the assembler where text
/// stands and where blocks end. Text is taken from the source by position, never from the parser's strings.
/// </summary>
internal sealed class HtmlWalker(string source, BlockAssembler blocks, HeadReader head, PreloadedWriter? preloaded = null)
{
    private readonly List<Scope> _deferred = [];
    private bool _isAfterLink;

    /// <summary>Walks a whole document.</summary>
    public void Walk(HtmlNode document)
    {
        WalkInside(new Scope { Node = document, IsBox = true });
        EndBlock();
    }

    /// <summary>Walks a document that stands in another: its text has the scope that is given.</summary>
    public void WalkFragment(Scope root)
    {
        WalkInside(root);
        EndBlock();
    }

    private void WalkInside(Scope root)
    {
        var scope = root;
        var node = root.Node!.FirstChild;
        while (true)
        {
            if (node is null)
            {
                if (scope == root)
                {
                    return;
                }

                Leave(scope);
                node = scope.Node!.NextSibling;
                scope = scope.Parent!;
                continue;
            }

            if (node.NodeType == HtmlNodeType.Text)
            {
                OnText(node, scope);
            }
            else if (node.NodeType == HtmlNodeType.Comment)
            {
                OnComment(node, scope);
            }
            else if (node.NodeType == HtmlNodeType.Element && Enter(node, scope) is { } inner)
            {
                scope = inner;
                node = node.FirstChild;
                continue;
            }

            node = node.NextSibling;
        }
    }

    private void OnText(HtmlNode node, Scope scope)
    {
        var start = node.OuterStartIndex;
        var range = new TextRange(start, start + node.OriginalOuterLength);
        var leaf = source.AsSpan(range.Start, range.Length);
        if (scope.IsForeign || leaf.StartsWith("</form", StringComparison.OrdinalIgnoreCase))
        {
            return; // the latter is the parser's way of noting a stray end tag
        }

        _isAfterLink = false;
        blocks.Text(range, scope, isLiteral: scope.Tag is "xmp" or "plaintext");
    }

    /// <summary>
    /// The pre-scan hides end tags from the parser that would tear boxes apart. Links and bold text end here all the
    /// same: <c>&lt;a&gt;&lt;p&gt;x&lt;/a&gt; y&lt;/p&gt;</c>.
    /// </summary>
    private void OnComment(HtmlNode node, Scope scope)
    {
        var start = node.OuterStartIndex;
        if (start + 3 < source.Length && source[start + 1] == '/' && (source[start + 2] | 0x20) == 'a' && !char.IsAsciiLetterOrDigit(source[start + 3])
            && scope.Link is { } link)
        {
            for (var at = scope; at is not null && at.Link == link; at = at.Parent)
            {
                at.Link = null;
            }

            _isAfterLink = true;
        }
    }

    /// <summary>The scope to walk into; null where there is nothing to see inside.</summary>
    private Scope? Enter(HtmlNode node, Scope parent)
    {
        var tag = HtmlTags.Find(node.Name);
        var traits = tag?.Traits ?? TagTraits.None;
        var ordinal = parent.CountChild(tag?.Name ?? node.Name);
        if (parent.IsForeign)
        {
            if (!HtmlTags.EndsDrawing(tag))
            {
                return node.FirstChild is null || node.Name is "foreignobject" or "desc" or "title" or "style" or "script" ? null : Drawing(node, parent, ordinal);
            }

            for (var at = parent; at is { IsForeign: true }; at = at.Parent)
            {
                at.IsForeign = false;
            }
        }
        else if (tag?.Name == "svg")
        {
            blocks.Space();
            return node.FirstChild is null ? null : Drawing(node, parent, ordinal);
        }

        if (traits.HasFlag(TagTraits.Metadata))
        {
            head.Read(node, tag!.Name);
        }

        if (traits.HasFlag(TagTraits.Skipped))
        {
            if (preloaded?.IsIn(node) == true)
            {
                EndBlock();
                preloaded.Write(Scopes.Enter(parent, node, tag, ordinal));
            }

            if (traits.HasFlag(TagTraits.Replaced))
            {
                blocks.Space();
            }

            return null;
        }

        if (tag?.Role == TagRole.LineBreak)
        {
            if (blocks.LineBreak(parent))
            {
                EndBlock();
            }

            return null;
        }

        var scope = Scopes.Enter(parent, node, tag, ordinal);
        if (preloaded?.IsIn(node) == true)
        {
            EndBlock();
            preloaded.Write(scope);
        }

        if (tag?.Name == "html")
        {
            head.ReadRoot(node);
        }

        if (scope.IsPreformatted && parent.IsPreformatted)
        {
            EndLineOfBox(scope);
            return scope;
        }

        var isCell = scope.IsRow && tag?.Role == TagRole.Cell;
        if (scope.Visibility != parent.Visibility && (!scope.IsBox || isCell))
        {
            if (blocks.HasText)
            {
                scope.IsBox = true;
                _deferred.Add(scope);
                if (scope.LeavesGap)
                {
                    blocks.Space();
                }

                return null;
            }

            scope.IsBox = true;
        }

        if (tag?.Role == TagRole.Row && RowShape.IsRow(node, source))
        {
            scope.IsRow = true;
            scope.Form = BlockForm.TableRow;
        }

        if (traits.HasFlag(TagTraits.Control) || scope.IsButton)
        {
            scope.IsBox |= !scope.IsRow && !StandsInSentence(node);
            scope.IsControl |= scope.IsBox;
        }

        if (scope.IsBox && !isCell)
        {
            EndBlock();
        }
        else if (tag?.Role == TagRole.RubyText || (_isAfterLink && IsLinkLike(tag, scope)) || IsControl(tag, scope))
        {
            blocks.Space();
        }

        return scope;
    }

    /// <summary>A drawing is walked only to find where it ends, if nobody closed it.</summary>
    private static Scope Drawing(HtmlNode node, Scope parent, int ordinal)
    {
        var scope = Scopes.Enter(parent, node, null, ordinal);
        scope.IsForeign = true;
        scope.IsBox = false;
        return scope;
    }

    private void Leave(Scope scope)
    {
        if (scope.IsForeign)
        {
            return;
        }

        var tag = scope.Known;
        if (scope.IsPreformatted && scope.Parent!.IsPreformatted)
        {
            EndLineOfBox(scope);
        }
        else if (scope.IsRow && tag?.Role == TagRole.Cell)
        {
            blocks.EndCell();
        }
        else if (scope.IsBox)
        {
            EndBlock();
        }
        else if (tag?.Role == TagRole.RubyText || (IsControl(tag, scope) && StandsBeforeWord(scope.Node!)))
        {
            blocks.Space();
        }

        _isAfterLink = IsLinkLike(tag, scope);
    }

    private static bool IsLinkLike(HtmlTag? tag, Scope scope) =>
        tag?.Role == TagRole.Link || IsControl(tag, scope);

    private static bool IsControl(HtmlTag? tag, Scope scope) =>
        scope.IsButton || (tag is not null && tag.Traits.HasFlag(TagTraits.Control));

    /// <summary>Whether the text after an element begins with a letter or digit, which must not be glued to a button.</summary>
    private bool StandsBeforeWord(HtmlNode node) =>
        node.NextSibling is { NodeType: HtmlNodeType.Text } next && char.IsLetterOrDigit(source[next.OuterStartIndex]);

    /// <summary>A box inside preformatted text is a line of it.</summary>
    private void EndLineOfBox(Scope scope)
    {
        if (scope.IsBox)
        {
            blocks.EndPreformattedLine();
        }
    }

    /// <summary>Whether running text stands on both sides: then even a button is a part of the sentence.</summary>
    private bool StandsInSentence(HtmlNode node)
    {
        if (!blocks.HasText)
        {
            return false;
        }

        var next = node.NextSibling;
        while (next is { NodeType: HtmlNodeType.Comment })
        {
            next = next.NextSibling;
        }

        return next is { NodeType: HtmlNodeType.Text }
            && !BlockAssembler.IsBlank(source.AsSpan(next.OuterStartIndex, next.OriginalOuterLength));
    }

    /// <summary>Ends the open block; what is hidden inside it follows as blocks of its own, so that it does not tear it.</summary>
    private void EndBlock()
    {
        blocks.Flush();
        if (_deferred.Count == 0)
        {
            return;
        }

        var deferred = _deferred.ToArray();
        _deferred.Clear();
        foreach (var scope in deferred)
        {
            WalkInside(scope);
            blocks.Flush();
        }
    }
}
