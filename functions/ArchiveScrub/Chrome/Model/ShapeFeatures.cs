namespace ArchiveScrub.Chrome.Model;

/// <summary>Features of a block by itself: its text's shape, its form, what the rules say of it.</summary>
internal static class ShapeFeatures
{
    public static void Write(PageContext context, int index, ref FeatureRow row)
    {
        var page = context.Page;
        var block = page.Blocks[index];
        ref readonly var facts = ref page.Facts[index];
        ref readonly var shape = ref context.Shapes[index];
        double length = Math.Max(1, shape.Length);
        double tokens = Math.Max(1, shape.Tokens);
        row.Add("words", facts.Words);
        row.Add("chars", block.Text.Length);
        row.Add("token-length", shape.TokenLetters / tokens);
        row.Add("periods", shape.Periods);
        row.Add("commas", shape.Commas);
        row.Add("questions", shape.Questions);
        row.Add("colons", shape.Colons);
        row.Add("bars", shape.Bars);
        row.Add("brackets", shape.Brackets);
        row.Add("quotes", shape.Quotes);
        row.Add("breaks", shape.Breaks);
        row.Add("punctuation", (shape.Periods + shape.Commas) / tokens);
        row.Add("digits", shape.Digits / length);
        row.Add("upper", shape.UpperLetters / (double)Math.Max(1, shape.Letters));
        row.Add("short-lower", shape.ShortLowerTokens / tokens);
        row.Add("lower", shape.LowerTokens / tokens);
        row.Add("capital", shape.CapitalTokens / tokens);
        row.Add("ends-sentence", facts.EndsSentence);
        row.Add("ends-colon", block.Text[^1] is ':' or '\uFF1A');
        row.Add("starts-upper", char.IsUpper(block.Text[0]));
        row.Add("starts-symbol", !char.IsLetterOrDigit(block.Text[0]));
        row.Add("prose", facts.IsProse);
        row.Add("label-share", facts.Hits.LabelTokens / (double)Math.Max(1, facts.Hits.Tokens));
        row.Add("form", (int)block.Form);
        row.Add("form-heading", block.HeadingLevel);
        row.Add("indent", block.Indent);
        row.Add("blank-before", block.BlankLinesBefore);
        row.Add("blank-after", index + 1 < page.Count ? page.Blocks[index + 1].BlankLinesBefore : -1);
        row.Add("rule-removed", page.IsRemoved(index));
        row.Add("rule-kind", page[index] is { } verdict ? (int)verdict.Kind : -1);
    }
}
