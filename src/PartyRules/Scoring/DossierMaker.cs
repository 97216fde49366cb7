using PartyRules.Clauses.Conditions;
using PartyRules.Clauses.Selections;
using PartyRules.Engine;
using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Scoring;

/// <summary>
/// Makes dossiers: the entries that still count in a period, and the results that the scheme's inputs name. For one thread.
/// </summary>
internal sealed class DossierMaker(Scheme scheme, IEvaluator? records, ILookup<string, EarlierResult>? earlier)
{
    public Dossier Make(Subject subject, Period period, SubjectEntries own)
    {
        var before = Before(period, own);
        var lapsed = LapsedOf(subject, period, own.OfYear, before);
        var entries = Standing(own.OfYear, lapsed);
        if (period.Kind != PeriodKind.Year)
            entries = [.. entries.Where(entry => period.Contains(entry.Date))];
        return new Dossier(subject, period, entries)
        {
            Before = Standing(before, lapsed),
            Results = Results(subject),
            Lapsed = lapsed.Count == 0 ? [] : [.. lapsed.Where(fact => period.Contains(fact.Entry.Date))],
        };
    }

    private EarlierResult[] Results(Subject subject) => earlier is null || scheme.Inputs.Count == 0 ? [] :
        [.. scheme.Inputs.Select(input => input.SubjectOf(subject)).Distinct(StringComparer.Ordinal).SelectMany(id => earlier[id])];

    /// <summary>Entries of earlier years and of the year's earlier rounds, by date.</summary>
    private IReadOnlyList<Entry> Before(Period period, SubjectEntries own) => scheme.LookBackMonths == 0 ? [] :
        [.. own.Before, .. own.OfYear.Where(entry => entry.Date < period.Start)];

    /// <summary>What stopped counting, of the year's entries and of those that are looked back at.</summary>
    private IReadOnlyList<Lapsed> LapsedOf(Subject subject, Period period, IReadOnlyList<Entry> ofYear, IReadOnlyList<Entry> before)
    {
        if (records is null)
            return [];
        records.Reset();
        records.Add(new Dossier(subject, period, ofYear));
        records.AddAll(before.Count == 0 ? ofYear : [.. ofYear.Union(before)]);
        records.Run();
        return records.Facts<Lapsed>();
    }

    private static IReadOnlyList<Entry> Standing(IReadOnlyList<Entry> entries, IReadOnlyList<Lapsed> lapsed)
    {
        if (lapsed.Count == 0)
            return entries;
        var gone = lapsed.Select(fact => fact.Entry).ToHashSet();
        return [.. entries.Where(entry => !gone.Contains(entry))];
    }
}

/// <summary>The entries about one subject that matter for a year.</summary>
/// <param name="OfYear">Those of the year, in chronological order.</param>
/// <param name="Before">Those of earlier years, in chronological order; empty where the scheme does not look back.</param>
internal readonly record struct SubjectEntries(IReadOnlyList<Entry> OfYear, IReadOnlyList<Entry> Before)
{
    /// <summary>Takes the entries apart; a list that needs neither parting nor sorting is kept as it is.</summary>
    public static SubjectEntries Of(IReadOnlyList<Entry> entries, int year, bool looksBack)
    {
        var span = entries.AsSpan();
        if (IsReady(span, year))
            return new SubjectEntries(entries, []);
        var ofYear = new List<Entry>(entries.Count);
        var before = new List<Entry>();
        foreach (var entry in span)
        {
            if (entry.Year == year)
                ofYear.Add(entry);
            else if (looksBack && entry.Year < year)
                before.Add(entry);
        }

        ofYear.Sort(Entry.Chronological);
        before.Sort(Entry.Chronological);
        return new SubjectEntries(ofYear, before);
    }

    private static bool IsReady(ReadOnlySpan<Entry> entries, int year)
    {
        Entry? before = null;
        foreach (var entry in entries)
        {
            if (entry.Year != year || (before is not null && Entry.Compare(before, entry) > 0))
                return false;
            before = entry;
        }

        return true;
    }
}
