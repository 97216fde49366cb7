namespace PartyRules.Scoring;

/// <summary>The entries about one subject that matter for a year.</summary>
/// <param name="OfYear">Those of the year, in chronological order.</param>
/// <param name="Before">Those of earlier years, in chronological order; empty where the scheme does not look back.</param>
internal readonly record struct SubjectEntries(IReadOnlyList<Entry> OfYear, IReadOnlyList<Entry> Before)
{
    /// <summary>Those about the subject that count for another instead; null for none.</summary>
    public IReadOnlyList<Entry>? PassedOn { get; init; }

    /// <summary>Takes the entries apart; a list that needs neither parting nor sorting is kept as it is.</summary>
    public static SubjectEntries Of(IReadOnlyList<Entry> entries, Period year, bool looksBack, DateOnly until)
    {
        var span = entries.AsSpan();
        var (first, last) = (year.Start, year.End);
        if (IsReady(span, first, last < until ? last : until))
            return new SubjectEntries(entries, []);
        var ofYear = new List<Entry>(entries.Count);
        var before = new List<Entry>();
        foreach (var entry in span)
        {
            if (entry.Date > until)
                continue;
            if (entry.Date < first)
            {
                if (looksBack)
                    before.Add(entry);
            }
            else if (entry.Date <= last)
            {
                ofYear.Add(entry);
            }
        }

        ofYear.Sort(Entry.Chronological);
        before.Sort(Entry.Chronological);
        return new SubjectEntries(ofYear, before);
    }

    private static bool IsReady(ReadOnlySpan<Entry> entries, DateOnly first, DateOnly last)
    {
        Entry? before = null;
        foreach (var entry in entries)
        {
            if (entry.Date < first || entry.Date > last || (before is not null && Entry.Compare(before, entry) > 0))
                return false;
            before = entry;
        }

        return true;
    }
}
