using ArchiveScrub.Blocks.Html.Preloaded;
using HtmlAgilityPack;

namespace ArchiveScrub.Blocks.Html;

/// <summary>
/// Walks the parser's tree leaf by leaf, in document order and without recursion, and tells the assembler where text
/// stands and where blocks end. Text is taken from the source by position, never from the parser's strings.
/// </summary>
internal sealed class HtmlWalker(string source, HtmlOutline outline, BlockAssembler blocks, HeadReader head, PreloadedWriter? preloaded = null)
{
    private readonly List<Scope> _deferred = [];
    private readonly ChildCounts _children = new();
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
        root.Children = _children.Begin; // what was put off is walked among others
        var scope = root;
        var node = root.Node!.FirstChild;
        while (true)
        {
            if (node is null)
            {
                _children.End(scope.Children);
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
                OnLeaves(outline.At(node.OuterStartIndex, node.OriginalOuterLength), scope);
            }
            else if (node.NodeType == HtmlNodeType.Element && Enter(outline.At(node.OuterStartIndex, 1)[0], node, scope) is { } inner)
            {
                scope = inner;
                node = node.FirstChild;
                continue;
            }

            node = node.NextSibling;
        }
    }

    private void OnLeaves(ReadOnlySpan<HtmlOutline.Part> leaves, Scope scope)
    {
        foreach (ref readonly var leaf in leaves)
        {
            switch (leaf.Kind)
            {
                case HtmlTokenKind.Text or HtmlTokenKind.RawText when !scope.IsForeign:
                    _isAfterLink = false;
                    blocks.Text(leaf.Range, scope, isLiteral: leaf.Kind == HtmlTokenKind.RawText);
                    break;
                case HtmlTokenKind.StartTag:
                    Enter(leaf, null, scope);
                    break;
                case HtmlTokenKind.EndTag:
                    OnHiddenEndTag(leaf, scope);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>
    /// The outline hides end tags from the parser that would tear boxes apart. Links end here all the same:
    /// <c>&lt;a&gt;&lt;p&gt;x&lt;/a&gt; y&lt;/p&gt;</c>.
    /// </summary>
    private void OnHiddenEndTag(in HtmlOutline.Part leaf, Scope scope)
    {
        if (leaf.Tag is { Role: TagRole.Link } && scope.Link is { } link)
        {
            for (var at = scope; at is not null && at.Link == link; at = at.Parent)
            {
                at.Link = null;
            }

            _isAfterLink = true;
        }
    }

    /// <summary>The scope to walk into; null where there is nothing to see inside.</summary>
    private Scope? Enter(in HtmlOutline.Part part, HtmlNode? node, Scope parent)
    {
        var tag = part.Tag;
        var traits = tag?.Traits ?? TagTraits.None;
        var ordinal = _children.Add(parent.Children, tag?.Name ?? node!.Name);
        if (parent.IsForeign)
        {
            if (!HtmlTags.EndsDrawing(tag))
            {
                return node?.FirstChild is null || node.Name is "foreignobject" or "desc" ? null : Drawing(part, node, parent, ordinal);
            }

            for (var at = parent; at is { IsForeign: true }; at = at.Parent)
            {
                at.IsForeign = false;
            }
        }
        else if (tag?.Name == "svg")
        {
            blocks.Space();
            return node?.FirstChild is null ? null : Drawing(part, node, parent, ordinal);
        }

        if (traits.HasFlag(TagTraits.Metadata))
        {
            head.Read(part);
        }

        if (traits.HasFlag(TagTraits.Skipped))
        {
            if (preloaded?.IsIn(part.Range.Start) == true)
            {
                EndBlock();
                preloaded.Write(Scopes.Enter(source, parent, node, part, ordinal, _children.Begin));
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

        var scope = Scopes.Enter(source, parent, node, part, ordinal, _children.Begin);
        if (preloaded?.IsIn(part.Range.Start) == true)
        {
            EndBlock();
            preloaded.Write(scope);
        }

        if (tag?.Name == "html")
        {
            head.ReadRoot(part);
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

        if (tag?.Role == TagRole.Row && RowShape.IsRow(node!, source, outline))
        {
            scope.IsRow = true;
            scope.Form = BlockForm.TableRow;
        }

        if (traits.HasFlag(TagTraits.Control) || scope.IsButton)
        {
            scope.IsBox |= !scope.IsRow && !StandsInSentence(node!);
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
    private Scope Drawing(in HtmlOutline.Part part, HtmlNode node, Scope parent, int ordinal)
    {
        var scope = Scopes.Enter(source, parent, node, part with { Tag = null }, ordinal, _children.Begin);
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
        node.NextSibling is { NodeType: HtmlNodeType.Text } next && outline.At(next.OuterStartIndex, 1)[0] is { Kind: HtmlTokenKind.Text } leaf && char.IsLetterOrDigit(source[leaf.Range.Start]);

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

        for (var next = node.NextSibling; next is { NodeType: HtmlNodeType.Text or HtmlNodeType.Comment }; next = next.NextSibling)
        {
            foreach (ref readonly var leaf in next.NodeType == HtmlNodeType.Text ? outline.At(next.OuterStartIndex, next.OriginalOuterLength) : [])
            {
                if (leaf.Kind is not (HtmlTokenKind.Comment or HtmlTokenKind.EndTag))
                {
                    return leaf.Kind != HtmlTokenKind.StartTag && !BlockAssembler.IsBlank(source.AsSpan(leaf.Range.Start, leaf.Range.Length));
                }
            }
        }

        return false;
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
