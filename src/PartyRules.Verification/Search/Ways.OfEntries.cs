using PartyRules.Conditions;

namespace PartyRules.Verification.Search;

/// <content>What is asked of entries.</content>
internal sealed partial class Ways
{
    private IEnumerable<Draft> OfEntries(Condition condition, bool holds, Draft draft, Period row) => condition switch
    {
        EntriesCondition asked => Counts(asked.Count, holds).Select(count => WithCount(draft, asked.Code, count, row)),
        MeasureCondition { Measure.Quantity: EntriesQuantity { WithoutLowest: 0, WithoutHighest: 0 } entries } asked =>
            Filtered(entries.Meant with { Range = asked.Range }, holds, draft, row, 0),
        FilteredEntriesCondition asked => Filtered(asked.Filter, holds, draft, row, 0),
        WindowsCondition asked => InWindows(asked, holds, draft, row),
        ReferencesCondition asked => Counts(asked.Count, holds).SelectMany(count => WithReferences(asked.Filter, count, draft, row)),
        RunCondition asked => Counts(asked.Count, holds).Select(count => WithCount(draft, asked.Codes[0], count, row)),
        _ => [draft],
    };

    /// <summary>Whole numbers in a range, or outside: the least of each side.</summary>
    private static IEnumerable<int> Counts(NumberRange range, bool holds)
    {
        var found = 0;
        for (var count = 0; count <= 400 && found < 2; count++)
        {
            if (range.Contains(count) != holds)
                continue;
            found++;
            yield return count;
        }
    }

    /// <summary>The draft with exactly so many entries of a code in a row.</summary>
    private Draft WithCount(Draft draft, string code, int count, Period row)
    {
        var other = draft.Acts.RemoveAll(act => act.Item == code && row.Contains(act.Date));
        var own = draft.Acts.Where(act => act.Item == code && row.Contains(act.Date)).Take(count).ToList();
        for (var i = own.Count; i < count; i++)
            own.Add(making.Of(code, Day(row, i), draft.Subject, reference: ReferenceOf(code, i)));
        return draft with { Acts = other.AddRange(own) };
    }

    private string? ReferenceOf(string code, int number) => Scheme.Referenced.Contains(code) ? $"r{number + 1}" : null;

    /// <summary>Drafts in which what a filter measures in a row is in its range, or is not.</summary>
    private IEnumerable<Draft> Filtered(EntryFilter filter, bool holds, Draft draft, Period row, int number)
    {
        foreach (var code in filter.Codes.Take(3))
        {
            if (filter.Measure == EntryMeasure.Sum)
            {
                foreach (var sum in Numbers(filter.Range, holds).Where(sum => sum >= 0))
                    yield return sum == Points.Zero ? draft : draft.With(Meant(filter, code, draft, row, number, sum));
                continue;
            }

            foreach (var count in Counts(filter.Range, holds))
                yield return draft.With(Enumerable.Range(0, count).Select(i => Meant(filter, code, draft, row, number + i, null)));
        }
    }

    /// <summary>An entry that a filter means.</summary>
    private Act Meant(EntryFilter filter, string code, Draft draft, Period row, int number, Points? sum)
    {
        var day = Day(row, number);
        if (filter.DayOfMonth is not null || filter.Days is not null)
            day = Enumerable.Range(0, LengthOf(row)).Select(row.Start.AddDays).FirstOrDefault(filter.MayMean, day);
        var value = sum;
        if (value is null && filter.Value is { } range)
            value = Numbers(range, true).Where(each => each >= 0).Cast<Points?>().FirstOrDefault();
        var act = making.Of(
            code,
            day,
            draft.Subject,
            value,
            filter.Levels is [var level, ..] ? level : null,
            filter.Measure == EntryMeasure.Distinct ? $"r{number + 1}" : ReferenceOf(code, number),
            filter.Evaluators is [var by, ..] ? by : null);
        return act with { Number = filter.Number ?? act.Number, Clock = filter.Time };
    }

    private IEnumerable<Draft> InWindows(WindowsCondition asked, bool holds, Draft draft, Period row)
    {
        var windows = new List<Period>();
        for (var day = row.Start; day <= row.End; day = day.AddDays(1))
        {
            if (Period.Containing(day, asked.Per, row.FirstMonth) is var window && window.Start >= row.Start && !windows.Contains(window))
                windows.Add(window);
        }

        foreach (var count in Counts(asked.Count, holds).Where(count => count <= windows.Count))
        {
            var (within, without) = (windows.Take(count).ToList(), windows.Skip(count).ToList());
            var all = within.Select(window => (window, true)).Concat(without.Select(window => (window, false)));
            yield return all.Aggregate(
                draft, (each, one) => Filtered(asked.Filter, one.Item2, each, one.window, 0).FirstOrDefault() ?? each);
        }
    }

    private IEnumerable<Draft> WithReferences(EntryFilter filter, int count, Draft draft, Period row)
    {
        var all = draft;
        for (var reference = 1; reference <= count; reference++)
        {
            var with = Filtered(filter, true, draft, row, 0).FirstOrDefault() ?? draft;
            all = all.With(with.Acts.Skip(draft.Acts.Count).Select(act => act with { Reference = $"r{reference}" }));
        }

        yield return all;
    }

    /// <summary>A day of a row; further ones from its start again.</summary>
    private static DateOnly Day(Period row, int number) => row.Start.AddDays(number % LengthOf(row));

    private static int LengthOf(Period row) => row.End.DayNumber - row.Start.DayNumber + 1;
}
