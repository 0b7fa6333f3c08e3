using ArchiveScrub.Blocks;
using ArchiveScrub.Chrome;
using ArchiveScrub.Credits;
using ArchiveScrub.Timestamps;

namespace ArchiveScrub.Datelines;

/// <summary>
/// Finds the dateline of a page: place and agency by the prefix of its first paragraphs, day and time by the best source
/// that has them, and says where each came from. Immutable and safe to share.
/// </summary>
internal sealed class DatelineFinder
{
    private const int MaxParagraphs = 4;
    private const double SureConfidence = 0.8;
    private const int MaxDaysApart = 60;
    private const double UnsettledFactor = 0.6;
    private const double InferredFactor = 0.9;
    private const double LeastTold = 0.5;
    private const double UnderPrefix = -1.5;
    private const double UpdateReach = -3;
    private const int MaxShown = 12;

    private readonly PrefixParser _prefixes = PrefixParser.Prefixes;
    private readonly PrefixParser _lines = PrefixParser.Lines;

    /// <summary>Finds it.</summary>
    /// <param name="page">The page.</param>
    /// <param name="verdicts">What was decided of each of its blocks.</param>
    /// <param name="context">What is known of it from outside.</param>
    public DatelineFinding Find(SegmentedPage page, IReadOnlyList<Verdict> verdicts, DatelineContext context)
    {
        var body = Body.Find(page, verdicts);
        var jsonLd = JsonLd.Read(page.Head.JsonLd);
        var dates = Dates(page, verdicts, body, jsonLd, context);

        var draft = new Draft();
        var prefix = FindPrefix(page, verdicts, body, context, dates, draft);
        TakeDates(dates, allowance: prefix is null ? 0 : UnderPrefix, draft);
        if (draft.Dateline.Place is null && draft.DateSource is { Source: "timestamp", Block: { } line })
        {
            TakePlaceOfLine(page.Blocks[line], draft);
        }

        var byline = Authors.Byline(page, verdicts, body, jsonLd);
        if (byline is not null)
        {
            draft.Evidence.Add(byline);
        }

        TakeTold(byline is null ? null : Authors.PlaceAfter(page, byline), jsonLd, draft);

        var credits = new List<string>();
        foreach (var credit in Authors.Credits(page, verdicts, body))
        {
            draft.Evidence.Add(credit);
            if (!credits.Contains(credit.Value, StringComparer.OrdinalIgnoreCase))
            {
                credits.Add(credit.Value);
            }
        }

        return new DatelineFinding
        {
            Dateline = draft.Dateline is { Place: null, Agency: null, Edtf: null } ? null : Canonical(draft.Dateline),
            Prefix = prefix,
            Byline = byline?.Value ?? draft.Evidence.Find(e => e.Field == "byline")?.Value,
            Credits = credits,
            Evidence = draft.Evidence,
        };
    }

    /// <summary>Every full date that may be the page's own, the surest first; of equals, the one that stands first.</summary>
    internal static List<DateEvidence> Dates(SegmentedPage page, IReadOnlyList<Verdict> verdicts, Body body, JsonLd jsonLd, DatelineContext context)
    {
        var dates = VisibleDates.Find(page, verdicts, body);
        dates.AddRange(StructuredDates.Find(page.Head, jsonLd, context.TargetUri));
        DateOrder.Settle(dates, context, context.Language ?? page.Head.Language);
        var latest = DateOrder.LatestDay(context);
        dates.RemoveAll(d => d.Match.Date > latest);

        var signals = new DateSignals(page, verdicts, body, jsonLd, dates);
        var judged = new List<DateEvidence>(dates.Count);
        for (var i = 0; i < dates.Count; i++)
        {
            var of = signals.Of(i);
            judged.Add(dates[i] with { Signals = of, Points = SignalTable.Default.Points(of) });
        }

        return [.. judged.OrderByDescending(d => d.Points)];
    }

    private DatelinePrefix? FindPrefix(SegmentedPage page, IReadOnlyList<Verdict> verdicts, Body body, DatelineContext context, List<DateEvidence> dates, Draft draft)
    {
        var paragraphs = 0;
        for (var i = verdicts.Count > body.Title && verdicts[body.Title].Kind == Kind.Title ? body.Title + 1 : body.Title; i < body.End && paragraphs < MaxParagraphs; i++)
        {
            var block = page.Blocks[i];
            if (verdicts[i].Kind is not (Kind.Paragraph or Kind.Dateline) || block.Form is BlockForm.Caption or BlockForm.Quote or BlockForm.Heading or BlockForm.TableRow)
            {
                continue;
            }

            // a shape that proves little counts in the first paragraph only
            if (_prefixes.Read(block.Text) is { } reading && (reading.Confidence >= SureConfidence || paragraphs == 0) && (!reading.NeedsDate || dates.Exists(d => d.Points > 0)))
            {
                if (reading.Reading is { IsPossible: false })
                {
                    // on no day of the calendar: whatever it is, it stays in the text as it is
                    draft.Record(block, "place", reading.Place, reading.Pattern, used: false);
                    draft.Record(block, "date", reading.Date, reading.Pattern, used: false);
                    draft.Record(block, "agency", reading.Agency, reading.Pattern, used: false);
                    return null;
                }

                Take(block, reading, page, verdicts, context, dates, draft);
                return new DatelinePrefix(i, reading.Length);
            }

            paragraphs++;
        }

        return null;
    }

    private static void Take(Block block, PrefixReading reading, SegmentedPage page, IReadOnlyList<Verdict> verdicts, DatelineContext context, List<DateEvidence> dates, Draft draft)
    {
        var place = draft.Record(block, "place", reading.Place, reading.Pattern);
        var agency = draft.Record(block, "agency", reading.Agency, reading.Pattern);
        draft.Record(block, "byline", reading.Names, reading.Pattern);
        draft.Dateline = new Dateline { Place = place, Agency = agency, Confidence = reading.Confidence };
        if (reading.Reading is not { } day)
        {
            return;
        }

        var date = Dated(day, block.Text[reading.Length..], page, verdicts, context, dates);
        var latest = DateOrder.LatestDay(context);
        if (date is { } d && !(d.Date > latest))
        {
            draft.Dateline = draft.Dateline with
            {
                Date = d.Date,
                Edtf = d.Date is { } known ? Edtf.Of(known, isYearUncertain: d.Inferred) : Edtf.Of(day.Month, day.Day),
                Inferred = d.Inferred ? ["year"] : [],
                Basis = d.Basis,
                Time = d.Date is null ? null : reading.Time?.Time,
                Offset = d.Date is null ? null : reading.Time?.Offset,
                Confidence = reading.Confidence * (d.Inferred ? InferredFactor : 1),
            };
        }

        draft.Record(block, "date", reading.Date, reading.Pattern, used: draft.Dateline.Edtf is not null);
    }

    // The day of a prefix, its year from what the page states or else from what can be inferred.
    private static (DateOnly? Date, bool Inferred, IReadOnlyList<string> Basis)? Dated(
        DateReading day, string report, SegmentedPage page, IReadOnlyList<Verdict> verdicts, DatelineContext context, List<DateEvidence> dates)
    {
        if (day.Year is { } stated)
        {
            return (new DateOnly(stated, day.Month, day.Day), false, []);
        }

        foreach (var evidence in dates)
        {
            if (evidence is { IsShown: true, Points: <= 0 })
            {
                continue;
            }

            var near = evidence.Match.Date!.Value;
            for (var year = near.Year - 1; year <= near.Year + 1; year++)
            {
                if (year is >= 1 and <= 9999 && day.Day <= DateTime.DaysInMonth(year, day.Month) && new DateOnly(year, day.Month, day.Day) is var date
                    && Math.Abs(date.DayNumber - near.DayNumber) <= MaxDaysApart && date <= DateOrder.LatestDay(context))
                {
                    return date == near ? (date, false, []) : (date, true, [$"{evidence.Source}:{evidence.Iso}"]);
                }
            }
        }

        return YearInference.Infer(day.Month, day.Day, report, page, verdicts, context) is { } inferred
            ? (new DateOnly(inferred.Year, day.Month, day.Day), true, inferred.Basis)
            : (null, false, []);
    }

    // What a page shows its readers comes before what it tells machines. It is left undated where nothing speaks well
    // enough for any date; one that begins like a report needs less.
    private static void TakeDates(List<DateEvidence> dates, double allowance, Draft draft)
    {
        var best = dates.Find(d => d.IsShown && d.Points > allowance) ?? dates.Find(d => !d.IsShown && d.Points > LeastTold + allowance);
        if (draft.Dateline.Edtf is null && best?.Match.Date is { } day)
        {
            draft.DateSource = best;
            draft.Dateline = draft.Dateline with
            {
                Date = day,
                Edtf = Edtf.Of(day),
                Time = best.Match.Time,
                Offset = best.Match.Offset,
                Confidence = Math.Max(draft.Dateline.Confidence, best.Weight) * (best.Match.OrderUnsettled ? UnsettledFactor : 1),
                Basis = best.Match.OrderUnsettled ? ["day-month-order-unsettled"] : [],
            };
        }

        if (draft.Dateline.Edtf is null)
        {
            return; // what nothing is claimed from is no evidence of anything
        }

        // the time of day may come from another source that names the same day
        DateEvidence? clock = null;
        if (draft.Dateline is { Date: { } date, Time: null })
        {
            clock = dates.Find(d => !d.IsUpdate && d.Match.Date == date && d.Match.Time is not null && (!d.IsShown || d.Points > UnderPrefix));
            draft.Dateline = clock is null ? draft.Dateline : draft.Dateline with { Time = clock.Match.Time, Offset = clock.Match.Offset };
        }

        var updated = dates.Find(d => d.IsUpdate && (!d.IsShown || d.Points > UpdateReach || d.Block == best?.Block));
        var isLater = updated is not null && !(updated.Match.Date < draft.Dateline.Date);
        if (isLater)
        {
            draft.Dateline = draft.Dateline with { Updated = updated!.Iso };
        }

        if ((clock ?? draft.DateSource)?.Match is { Time: not null, Offset: null, Zone: { } zone } && draft.Dateline.Time is not null)
        {
            // IST, CST: nothing says which
            draft.Dateline = draft.Dateline with { Basis = [.. draft.Dateline.Basis, "ambiguous-zone:" + zone] };
        }

        var shown = 0;
        foreach (var evidence in dates)
        {
            var used = evidence == draft.DateSource || evidence == clock || (isLater && evidence == updated);
            if (used || !evidence.IsShown || (evidence.Points > UpdateReach && shown++ < MaxShown))
            {
                draft.Evidence.Add(evidence.Record(used, draft.Dateline.Date));
            }
        }
    }

    // Where and for whom, from the byline ("By Jane Doe in Damascus") and from JSON-LD, where no prefix says it.
    private static void TakeTold(DatelineEvidence? placeOfByline, JsonLd jsonLd, Draft draft)
    {
        if (placeOfByline is not null)
        {
            Take(placeOfByline);
        }

        foreach (var property in (string[])["dateline", "locationCreated", "contentLocation"])
        {
            foreach (var name in jsonLd.Names(property))
            {
                Take(new DatelineEvidence("place", "json-ld", name, null, null, property));
            }
        }

        foreach (var property in (string[])["sourceOrganization", "publisher"])
        {
            foreach (var name in jsonLd.Names(property))
            {
                // a publisher is the agency only where it is one
                if (property != "publisher" || AgencyRegister.Default.Find(name) is { Code.Length: > 0 })
                {
                    Take(new DatelineEvidence("agency", "json-ld", name, null, null, property));
                }
            }
        }

        void Take(DatelineEvidence evidence)
        {
            var isPlace = evidence.Field == "place";
            var used = (isPlace ? draft.Dateline.Place : draft.Dateline.Agency) is null;
            draft.Evidence.Add(evidence with { Used = used });
            if (used)
            {
                draft.Dateline = isPlace ? draft.Dateline with { Place = evidence.Value } : draft.Dateline with { Agency = evidence.Value };
            }
        }
    }

    private void TakePlaceOfLine(Block block, Draft draft)
    {
        if (_lines.Read(block.Text) is { } reading)
        {
            draft.Dateline = draft.Dateline with { Place = draft.Record(block, "place", reading.Place, reading.Pattern) };
        }
    }

    private static Dateline Canonical(Dateline dateline) => dateline with
    {
        Places = dateline.Place is { } place ? Gazetteer.Default.Resolve(place) : [],
        Agencies = dateline.Agency is { } agency ? [.. AgencyRegister.Default.Resolve(agency).Select(a => a.Name)] : [],
    };

    private sealed class Draft
    {
        public Dateline Dateline { get; set; } = new();

        public DateEvidence? DateSource { get; set; }

        public List<DatelineEvidence> Evidence { get; } = [];

        public string? Record(Block block, string field, TextRange? range, string rule, bool used = true)
        {
            if (range is not { } r)
            {
                return null;
            }

            var value = block.Text[r.Start..r.End];
            Evidence.Add(new DatelineEvidence(field, "prefix", value, block.Index, r, rule, used));
            return value;
        }
    }
}
