using ArchiveScrub.Blocks;
using ArchiveScrub.Chrome.Lexicons;

namespace ArchiveScrub.Chrome.Model;

/// <summary>Features of a block by itself: its text's shape, its words, its form.</summary>
internal sealed class ShapeFeatures
{
    /// <summary>The groups that the models know; a new group changes no feature before the models are trained with it.</summary>
    private static readonly string[] Groups =
    [
        "account.object", "account.sentence", "caption.cue", "comment.form", "comment.head", "comment.reply", "consent.act", "consent.object",
        "consent.party", "contact.sentence", "counter.unit", "credit.agency", "donation.ask", "icon.word", "label.account", "label.advert",
        "label.comment", "label.consent", "label.donation", "label.empty", "label.icon", "label.language", "label.legal", "label.media",
        "label.more", "label.navigation", "label.policy", "label.poll", "label.promo", "label.related", "label.search", "label.share", "label.tags",
        "legal.sentence", "media.sentence", "page.word", "policy.authority", "policy.norm", "policy.object", "policy.offence", "policy.sanction",
        "promo.object", "push.sentence", "report.verb", "share.network", "start.account", "start.caption", "start.colophon", "start.donation",
        "start.home", "start.legal", "start.promo", "start.related", "start.republished", "start.share",
    ];

    private static readonly string[] GroupNames = [.. Groups.Select(static g => "lex." + g)];

    private readonly int[] _groups;

    public ShapeFeatures(Lexicon lexicon)
    {
        _groups = [.. Groups.Select(lexicon.Group)];
    }

    public void Write(PageContext context, int index, ref FeatureRow row)
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
        row.Add("currency", shape.Currency);
        row.Add("ats", shape.Ats);
        row.Add("punctuation", (shape.Periods + shape.Commas) / tokens);
        row.Add("digits", shape.Digits / length);
        row.Add("upper", shape.UpperLetters / (double)Math.Max(1, shape.Letters));
        row.Add("short-lower", shape.ShortLowerTokens / tokens);
        row.Add("lower", shape.LowerTokens / tokens);
        row.Add("capital", shape.CapitalTokens / tokens);
        row.Add("dense", shape.Dense / length);
        row.Add("ends-sentence", facts.EndsSentence);
        row.Add("ends-colon", block.Text[^1] is ':' or '\uFF1A');
        row.Add("starts-upper", char.IsUpper(block.Text[0]));
        row.Add("starts-digit", char.IsDigit(block.Text[0]));
        row.Add("starts-symbol", !char.IsLetterOrDigit(block.Text[0]));
        row.Add("prose", facts.IsProse);
        row.Add("label-share", facts.Hits.LabelTokens / (double)Math.Max(1, facts.Hits.Tokens));
        row.Add("all-labels", facts.Hits.IsAllLabels);
        for (var g = 0; g < _groups.Length; g++)
        {
            row.Add(GroupNames[g], facts.Hits.Any.Has(_groups[g]));
        }

        row.Add("form", (int)block.Form);
        row.Add("form-heading", block.HeadingLevel);
        row.Add("form-item", block.Form == BlockForm.ListItem);
        row.Add("form-row", block.Form == BlockForm.TableRow);
        row.Add("indent", block.Indent);
        row.Add("blank-before", block.BlankLinesBefore);
        row.Add("blank-after", index + 1 < page.Count ? page.Blocks[index + 1].BlankLinesBefore : -1);
        row.Add("rule-removed", page.IsRemoved(index));
        row.Add("rule-kind", page[index] is { } verdict ? (int)verdict.Kind : -1);
    }
}
