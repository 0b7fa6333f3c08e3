using System.Buffers;
using ArchiveScrub.Blocks;
using ArchiveScrub.Chrome;
using ArchiveScrub.Credits;
using ArchiveScrub.Timestamps;

namespace ArchiveScrub.Datelines;

/// <summary>
/// Says what speaks for and against each date's being the one of the page: how its line is written, where it stands to
/// title and body, what the page says to machines. Linear in blocks and dates.
/// </summary>
internal sealed class DateSignals
{
    private const int LongWords = 25;
    private const int Far = 1000;
    private const int CueReach = 60;
    private const int LabelWords = 5;

    private static readonly SearchValues<string> DateNames = SearchValues.Create(["date", "time", "publish", "byline", "posted"], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<string> AsideNames = SearchValues.Create(["related", "recent", "sidebar", "widget", "comment", "teaser", "card", "review", "carousel"], StringComparison.OrdinalIgnoreCase);

    private readonly SegmentedPage _page;
    private readonly IReadOnlyList<Verdict> _verdicts;
    private readonly Body _body;
    private readonly JsonLd _jsonLd;
    private readonly IReadOnlyList<DateEvidence> _dates;
    private readonly int[] _keptBefore;
    private readonly int[] _nextLong;
    private readonly int[] _lastLong;
    private readonly bool _hasTitle;
    private readonly HashSet<DateOnly> _days = [];
    private readonly Dictionary<DateOnly, int> _times = [];
    private readonly DateOnly _earliest = DateOnly.MaxValue;
    private readonly DateOnly _latest;
    private readonly int _shown;
    private readonly int _longKept;

    /// <summary>Reads the page once.</summary>
    public DateSignals(SegmentedPage page, IReadOnlyList<Verdict> verdicts, Body body, JsonLd jsonLd, IReadOnlyList<DateEvidence> dates)
    {
        (_page, _verdicts, _body, _jsonLd, _dates) = (page, verdicts, body, jsonLd, dates);
        var count = page.Blocks.Count;
        (_keptBefore, _nextLong, _lastLong) = (new int[count + 1], new int[count + 1], new int[count + 1]);
        var last = -Far;
        for (var i = 0; i < count; i++)
        {
            _keptBefore[i + 1] = _keptBefore[i] + (Body.IsBody(verdicts[i].Kind) ? page.Blocks[i].WordCount : 0);
            _longKept += Body.IsBody(verdicts[i].Kind) && IsLong(i) ? page.Blocks[i].WordCount : 0;
            _hasTitle |= verdicts[i].Kind == Kind.Title;
            _lastLong[i] = last;
            last = IsLong(i) ? i : last;
        }

        var next = count + Far;
        for (var i = count - 1; i >= 0; i--)
        {
            _nextLong[i] = next;
            next = IsLong(i) ? i : next;
        }

        foreach (var date in dates)
        {
            if (date is { IsShown: true, Match.Date: { } day })
            {
                _shown++;
                _days.Add(day);
                _times[day] = _times.GetValueOrDefault(day) + 1;
                _earliest = day < _earliest ? day : _earliest;
                _latest = day > _latest ? day : _latest;
            }
        }
    }

    /// <summary>The signals of a date.</summary>
    /// <param name="index">Its index among the dates.</param>
    public IReadOnlyList<string> Of(int index)
    {
        var date = _dates[index];
        var signals = new List<string>(24) { date.Source };
        if (date.Block is { } block)
        {
            Shown(date, block, index, signals);
        }
        else
        {
            Told(date, signals);
        }

        return signals;
    }

    private bool IsLong(int i) => _page.Blocks[i].WordCount >= LongWords && _verdicts[i].Kind is not (Kind.Legal or Kind.Consent or Kind.CommentPolicy);

    // A date that only machines see.
    private void Told(DateEvidence date, List<string> signals)
    {
        signals.Add("told:" + (date.IsUpdate ? "updated" : date.Rule));
        var day = date.Match.Date!.Value;
        signals.Add(_times.ContainsKey(day) ? "told:shown" : _shown == 0 ? "told:no-date-shown" : "told:not-shown");
        signals.Add(_page.Head.FirstMeta("og:type") switch { null => "told:no-type", { } type when type.Contains("article", StringComparison.OrdinalIgnoreCase) => "told:article", _ => "told:other-type" });
        signals.Add("told:" + (_jsonLd.ArticleType ?? "no-article"));
        signals.Add("told:body-" + Size(_keptBefore[^1]));
    }

    private void Shown(DateEvidence date, int at, int index, List<string> signals)
    {
        var block = _page.Blocks[at];
        var match = date.Match;
        var isLine = TimestampParser.Default.IsTimestampLine(block.Text);
        var isByline = !isLine && (_verdicts[at].Kind == Kind.Byline || BylineParser.Default.IsByline(block.Text));
        signals.Add(match.Role switch { TimestampRole.Published => "says:published", TimestampRole.Updated => "says:updated", _ => "says:nothing" });
        signals.Add(isLine ? "line:only" : isByline ? "line:byline" : (match.Range.Length / (double)block.Text.Length) switch { > 0.5 => "line:most", > 0.25 => "line:half", _ => "line:little" });
        signals.Add(block.WordCount switch { <= 6 => "words:6", <= 14 => "words:14", <= 25 => "words:25", _ => "words:40" });
        Add("line:begins", match.Range.Start <= 1);
        Add("clock", match.Time is not null);
        Add("weekday", match.Weekday is not null);
        Add("numeric-unsettled", match.OrderUnsettled);
        Add("post-number", IsFirstPost(block.Text));
        Add("many-in-line", (index > 0 && _dates[index - 1].Block == at) || (index + 1 < _dates.Count && _dates[index + 1].Block == at));
        Add("linked", block.LinkLength > block.Text.Length / 2);
        signals.Add("kind:" + OfKind(_verdicts[at].Kind));
        Cues(block, match, signals);
        Place(at, signals);
        Series(index, at, match.Date!.Value, signals);
        Markup(block, signals);
        Agreement(match.Date!.Value, signals);

        void Add(string signal, bool holds)
        {
            if (holds)
            {
                signals.Add(signal);
            }
        }
    }

    // What stands before the date in its line; before a date alone, the label in the block above.
    private void Cues(Block block, TimestampMatch match, List<string> signals)
    {
        var start = Math.Max(0, match.Range.Start - CueReach);
        DateCues.Default.AddTo(signals, block.Text.AsSpan(start, match.Range.Start - start));
        if (match.Range.Start <= 1 && block.Index > 0 && _page.Blocks[block.Index - 1] is { WordCount: <= LabelWords } label)
        {
            var before = signals.Count;
            DateCues.Default.AddTo(signals, label.Text);
            if (signals.Count > before)
            {
                signals.Add("label");
            }
        }
    }

    private void Place(int at, List<string> signals)
    {
        var total = Math.Max(1, _keptBefore[^1]);
        signals.Add("after:" + ((total - _keptBefore[at + 1]) / (double)total) switch { > 0.97 => "all", > 0.8 => "most", > 0.3 => "some", > 0.03 => "little", _ => "none" });
        signals.Add("next-text:" + Near(_nextLong[at] - at));
        signals.Add("last-text:" + Near(at - _lastLong[at]));
        signals.Add(!_hasTitle ? "title:none" : (at - _body.Title) switch
        {
            0 => "title:in",
            > 0 and <= 2 => "title:2-after",
            > 0 and <= 6 => "title:6-after",
            > 0 and <= 20 => "title:20-after",
            > 0 => "title:far-after",
            >= -3 => "title:3-before",
            >= -12 => "title:12-before",
            _ => "title:far-before",
        });
        signals.Add("page:" + Size(_keptBefore[^1]));
        signals.Add("page:" + (_jsonLd.ArticleType ?? "no-article"));
        signals.Add("prose:" + ((_longKept / (double)total) switch { > 0.7 => "most", > 0.4 => "half", > 0.1 => "some", _ => "none" }));
        if (_page.Head.FirstMeta("og:type") is { } type)
        {
            signals.Add(type.Contains("article", StringComparison.OrdinalIgnoreCase) ? "page:og-article" : type.Contains("product", StringComparison.OrdinalIgnoreCase) ? "page:og-product" : "page:og-other");
        }

        signals.Add(at < _body.Start ? "body:before" : at < _body.End ? "body:in" : at < _body.End + 6 ? "body:just-after" : "body:after");
    }

    private void Series(int index, int at, DateOnly day, List<string> signals)
    {
        var first = index == 0 || !_dates[index - 1].IsShown;
        var last = index + 1 >= _dates.Count || !_dates[index + 1].IsShown;
        signals.Add(_days.Count switch { 1 => "days:1", <= 3 => "days:3", <= 8 => "days:8", _ => "days:many" });
        if (first)
        {
            signals.Add(_days.Count > 1 ? "first" : "only");
        }
        else if (index <= 2)
        {
            signals.Add("second");
        }

        if (_days.Count > 1)
        {
            if (day == _earliest)
            {
                signals.Add("earliest");
            }

            if (day == _latest)
            {
                signals.Add("latest");
            }
        }

        if (_times[day] > 1)
        {
            signals.Add("repeated");
        }

        var until = last ? _page.Blocks.Count - 1 : _dates[index + 1].Block!.Value;
        signals.Add("until-next:" + Size(until <= at ? 0 : _keptBefore[until] - _keptBefore[at]));
        if (!first)
        {
            var since = _dates[index - 1].Block!.Value;
            signals.Add("since-last:" + Size(since >= at ? 0 : _keptBefore[at] - _keptBefore[since]));
        }
    }

    // What class and id of the elements around it call it.
    private static void Markup(Block block, List<string> signals)
    {
        if (block.Parent is null)
        {
            return;
        }

        if (block.DateTimeAttribute is not null)
        {
            signals.Add("markup:time");
        }

        var level = 0;
        var (date, article, aside) = (false, false, false);
        for (var element = block.Parent; element is not null && element.Tag is not ("body" or "html"); element = element.Parent, level++)
        {
            date |= level < 3 && HasName(element, DateNames);
            article |= element.Tag == "article";
            aside = aside || element.Tag is "aside" or "footer" or "nav" || HasName(element, AsideNames);
        }

        signals.Add(date ? "markup:date" : "markup:no-date");
        signals.Add(article ? "markup:article" : "markup:no-article");
        if (aside)
        {
            signals.Add("markup:aside");
        }
    }

    private static bool HasName(Element element, SearchValues<string> names) =>
        element.Class.AsSpan().ContainsAny(names) || element.Id.AsSpan().ContainsAny(names) || element.ItemProp.AsSpan().ContainsAny(names);

    private void Agreement(DateOnly day, List<string> signals)
    {
        foreach (var told in _dates)
        {
            if (!told.IsShown && told.Match.Date is { } other)
            {
                var near = Math.Abs(other.DayNumber - day.DayNumber) <= 1;
                signals.Add($"{(told.IsUpdate ? "told-updated" : told.Source)}:{(near ? "agrees" : "differs")}");
            }
        }
    }

    private static bool IsFirstPost(string text)
    {
        var trimmed = text.AsSpan().TrimEnd();
        return trimmed.EndsWith(" 1", StringComparison.Ordinal) || (trimmed.IndexOf("#1", StringComparison.Ordinal) is >= 0 and var at && (at + 2 == trimmed.Length || !char.IsDigit(trimmed[at + 2])));
    }

    private static string Size(int words) => words switch { 0 => "0", < 15 => "15", < 60 => "60", < 250 => "250", _ => "long" };

    private static string Near(int blocks) => blocks switch { <= 2 => "2", <= 6 => "6", <= 15 => "15", < Far / 2 => "far", _ => "none" };

    private static string OfKind(Kind kind) => kind switch
    {
        Kind.Timestamp or Kind.Dateline => "timestamp",
        Kind.Byline => "byline",
        Kind.Title or Kind.Subtitle or Kind.Heading => "heading",
        Kind.Paragraph => "paragraph",
        Kind.ListItem or Kind.TableRow => "list",
        Kind.Comment => "comment",
        Kind.Related or Kind.Promo => "related",
        Kind.Legal => "legal",
        Kind.Advert => "advert",
        _ => "chrome",
    };
}
