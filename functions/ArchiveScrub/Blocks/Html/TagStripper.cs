namespace ArchiveScrub.Blocks.Html;

/// <summary>
/// Cuts a page into blocks from its tokens alone, without a tree: tags of boxes end blocks, the last one opened gives
/// the form. For pages that are over a limit of the parser, nesting bombs as a rule. Linear in time, constant in stack.
/// </summary>
internal sealed class TagStripper(string source, BlockAssembler blocks)
{
    private readonly Scope _root = new() { IsBox = true };
    private HtmlTag? _skipped;

    /// <summary>Reads the whole page.</summary>
    public void Run()
    {
        var scope = _root;
        var tokenizer = new HtmlTokenizer(source);
        while (tokenizer.Next(out var token))
        {
            if (token.Kind is HtmlTokenKind.StartTag or HtmlTokenKind.EndTag)
            {
                scope = OnTag(token, scope);
            }
            else if (_skipped is null && IsText(token))
            {
                blocks.Text(token.Range, scope, isLiteral: token.Kind == HtmlTokenKind.RawText);
            }
        }

        blocks.Flush();
    }

    private static bool IsText(in HtmlToken token) =>
        token.Kind == HtmlTokenKind.Text
        || (token.Kind == HtmlTokenKind.RawText && !token.Tag!.Traits.HasFlag(TagTraits.Skipped));

    private Scope OnTag(in HtmlToken token, Scope scope)
    {
        var isStart = token.Kind == HtmlTokenKind.StartTag;
        if (_skipped is not null)
        {
            // A skipped element ends at its end tag, or at a box, which cannot stand in it.
            var isEnd = (!isStart && token.Tag == _skipped) || HtmlTags.EndsDrawing(token.Tag);
            if (!isEnd)
            {
                return scope;
            }

            _skipped = null;
        }

        var tag = token.Tag;
        var traits = tag?.Traits ?? TagTraits.None;
        if (traits.HasFlag(TagTraits.Skipped))
        {
            if (traits.HasFlag(TagTraits.Replaced))
            {
                blocks.Space();
            }

            if (isStart && !token.SelfClosing && tag!.Name is ("svg" or "select" or "datalist" or "progress" or "meter" or "rp" or "annotation"))
            {
                _skipped = tag; // players and objects are not skipped: what stands in them may be the rest of the page
            }

            return scope;
        }

        if (tag?.Role == TagRole.LineBreak)
        {
            if (blocks.LineBreak(scope))
            {
                blocks.Flush();
            }

            return scope;
        }

        if (HtmlTags.IsInline(tag, source.AsSpan(token.Name.Start, token.Name.Length)) && !traits.HasFlag(TagTraits.Control))
        {
            return scope;
        }

        blocks.Flush();
        if (!isStart)
        {
            return _root;
        }

        var inner = new Scope { Parent = _root, Depth = 1, IsBox = true };
        Scopes.ApplyRole(inner, tag);
        return inner;
    }
}
