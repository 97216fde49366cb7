using PartyRules.Arithmetic;
using PartyRules.Clauses.Amounts;
using PartyRules.Clauses.Calendars;
using PartyRules.Clauses.Conditions;
using PartyRules.Clauses.Core;
using PartyRules.Clauses.Inputs;
using PartyRules.Clauses.Items;
using PartyRules.Conditions;
using PartyRules.Documents;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Measures;

/// <summary>How measures are read.</summary>
internal static class MeasureReading
{
    private static readonly EntriesQuantity Nothing = new(new([], [], [], [], null, null, EntryMeasure.Count, new()), Take.Count, 0, 0, 0);

    /// <summary>Reads a measure. Those that stand before it are there.</summary>
    public static Measure Measure(this Resolving at, MeasureDocument from, string path)
    {
        object?[] ways =
        [
            from.Entries, from.Windows, from.Sum, from.Ratio, from.Attribute, from.Since, from.Days, from.Result, from.Results,
            from.Pool, from.Component, from.Procedure,
        ];
        if (ways.Count(way => way is not null) != 1)
            at.Report(
                "scheme.exactly-one",
                path,
                "entries, windows, sum, ratio, attribute, since, days, result, results, pool, component, procedure");
        Quantity quantity = from switch
        {
            { Entries: { } entries } => at.Entries(entries, $"{path}.entries"),
            { Windows: { } windows } => at.Windows(windows, $"{path}.windows"),
            { Sum: { } sum } => at.Sum(sum, $"{path}.sum"),
            { Ratio: { } ratio } => new RatioQuantity(
                at.Before(ratio.Of, $"{path}.ratio.of"),
                at.Before(ratio.By, $"{path}.ratio.by"),
                at.Word<RatioWord>($"{path}.ratio.as", ratio.As) == RatioWord.Percent),
            { Attribute: { } attribute } => at.Attribute(attribute, $"{path}.attribute"),
            { Since: { } since } => at.Since(since, $"{path}.since"),
            { Days: { } days } => at.DaysIn(days, $"{path}.days"),
            { Result: { } result } => new ResultQuantity(
                at.Input($"{path}.result.of", result.Of),
                at.Word<TakeOfResult>($"{path}.result.take", result.Take) == TakeOfResult.Rank),
            { Results: { } results } => at.Results(results, $"{path}.results"),
            { Pool: { } pool } => at.Pool(from.Id, pool, $"{path}.pool"),
            { Procedure: { } procedure } => at.Steps(procedure, $"{path}.procedure"),
            { Component: { } component } => at.Component(component, $"{path}.component"),
            _ => Nothing,
        };
        if (from.Minimum is not null || from.Maximum is not null)
            quantity = at.Bounded(quantity, from, path);
        return new Measure(at.Id($"{path}.id", from.Id), from.Name, quantity, at.Cite(from.Cites, $"{path}.cites"));
    }

    private static BoundedQuantity Bounded(this Resolving at, Quantity quantity, MeasureDocument from, string path)
    {
        var (minimum, maximum) = (at.Amount(from.Minimum, $"{path}.minimum"), at.Amount(from.Maximum, $"{path}.maximum"));
        if (!at.AlwaysMeet([minimum, maximum], path, figures => !(figures[0] > figures[1])))
            at.Report("scheme.measure-bounds", path);
        return new BoundedQuantity(quantity, minimum, maximum);
    }

    private static SumQuantity Sum(this Resolving at, IReadOnlyList<TermDocument> from, string path)
    {
        if (from.Count == 0)
            at.Report("scheme.empty-list", path);
        return new SumQuantity(Resolving.Each(path, from, (term, place) =>
        {
            if (term.Of is null == term.Number is null)
                at.Report("scheme.exactly-one", place, "of, number");
            var times = Exact.Of(term.Times ?? 1);
            return term.Of is { } id ? new Term(at.Before(id, $"{place}.of"), times) : new Term(null, Exact.Of(term.Number ?? 0) * times);
        }));
    }

    private static EntriesQuantity Entries(this Resolving at, EntriesMeasureDocument from, string path)
    {
        var take = at.Word<TakeOfEntries>($"{path}.take", from.Take);
        var measure = take switch
        {
            TakeOfEntries.Count => EntryMeasure.Count,
            TakeOfEntries.Distinct => EntryMeasure.Distinct,
            _ => EntryMeasure.Sum,
        };
        var meant = at.Meant(from, path, measure);
        foreach (var (code, place) in measure == EntryMeasure.Sum && from.ValueOf is null ? Codes(from, path) : [])
        {
            if (at.DeclaredOf<RecordItem>().ContainsKey(code))
                at.RecordWithValue(place, code);
        }

        if (from.WithoutLowest < 0 || from.WithoutHighest < 0
            || (from.WithoutLowest + from.WithoutHighest > 0 && take is not (TakeOfEntries.Sum or TakeOfEntries.Average)))
            at.Report("scheme.measure-without", path);
        return new EntriesQuantity(
            meant,
            (Take)take,
            from.WithoutLowest,
            from.WithoutHighest,
            at.LookBack(from.LookBackMonths, $"{path}.lookBackMonths"));
    }

    private static ResultsQuantity Results(this Resolving at, ResultsMeasureDocument from, string path)
    {
        if (from.Grade is { Count: 0 })
            at.Report("scheme.empty-list", $"{path}.grade");
        return new ResultsQuantity(
            at.InputOfChildren($"{path}.of", from.Of), from.Grade ?? [], (Take)at.Word<TakeOfResults>($"{path}.take", from.Take));
    }

    private static PoolQuantity Pool(this Resolving at, string id, PoolMeasureDocument from, string path)
    {
        var measure = at.Before(from.Of, $"{path}.of");
        if (measure.Quantity.Needs != Needs.None || measure.Quantity.IsOfPool)
            at.Report("scheme.measure-pool", $"{path}.of", from.Of);
        var take = at.Word<TakeOfPool>($"{path}.take", from.Take);
        var isKnown = EnumWords.Of(typeof(TakeOfPool)).Any(word => word.Word == from.Take);
        if (isKnown && (take == TakeOfPool.Rank ? from.Ties is null : from.Ties is not null || from.LowestFirst))
            at.Report("scheme.measure-ties", path);
        var among = from.Among is null ? null : at.Condition(from.Among, $"{path}.among", Needs.None);
        if (among is not null && LookedAt.Compares(among))
            at.Report("scheme.measure-among", $"{path}.among");
        at.Clauses.Add(new PooledMeasure(
            id,
            measure,
            at.Word<PoolKind>($"{path}.within", from.Within),
            among,
            take,
            from.Ties is null ? default : at.Word<TieKind>($"{path}.ties", from.Ties),
            from.LowestFirst));
        return new PoolQuantity(id, measure, among);
    }

    private static IEnumerable<(string Code, string Path)> Codes(EntriesMeasureDocument from, string path) =>
        from.Of is { } code ? [(code, $"{path}.of")] : (from.AnyOf ?? []).Select((each, i) => (each, $"{path}.anyOf[{i}]"));

    private static WindowsQuantity Windows(this Resolving at, WindowsMeasureDocument from, string path)
    {
        var take = at.Word<TakeOfWindows>($"{path}.take", from.Take);
        if (take is TakeOfWindows.Count or TakeOfWindows.Streak != from.Number is not null)
            at.Report("scheme.measure-number", path);
        var window = at.WindowOrReference($"{path}.per", from.Per);
        var measure = at.Within(window, () => at.Before(from.Of, $"{path}.of"));
        var isByReference = measure.Quantity is { Needs: Needs.None, IsOfPool: false, Codes.Count: > 0 };
        if (measure.Quantity.Needs != Needs.None || (window is null && !isByReference))
            at.Report("scheme.measure-window", $"{path}.of", from.Of);
        if (window is null)
        {
            if (take == TakeOfWindows.Streak)
                at.Report("scheme.measure-streak", $"{path}.take");
            if (from.LookBackMonths is not null)
                at.Report("scheme.measure-look-back", $"{path}.lookBackMonths");
            at.RequireReference(measure.Quantity.Codes);
        }

        return new WindowsQuantity(
            window,
            measure,
            (Take)take,
            from.Number is null ? null : at.Range(from.Number, $"{path}.number"),
            at.LookBack(from.LookBackMonths, $"{path}.lookBackMonths"));
    }

    private static AttributeQuantity Attribute(this Resolving at, string column, string path)
    {
        if (at.Word(path, column, at.Head.Subjects.Attributes) is { Kind: not "number" })
            at.Report("scheme.attribute-kind", path, column);
        return new AttributeQuantity(column);
    }

    private static SinceQuantity Since(this Resolving at, SinceMeasureDocument from, string path)
    {
        if (at.Word($"{path}.of", from.Of, at.Head.Subjects.Attributes) is { Kind: not "date" })
            at.Report("scheme.attribute-date", $"{path}.of", from.Of);
        var unit = at.Word<TimeUnit>($"{path}.in", from.In);
        return new SinceQuantity(
            from.Of,
            unit,
            at.Word<DayOfPeriod>($"{path}.on", from.On) == DayOfPeriod.First,
            unit == TimeUnit.WorkingDays ? at.Calendar($"{path}.in") : null);
    }

    private static DaysQuantity DaysIn(this Resolving at, string word, string path) =>
        at.Word<DaysOfPeriod>(path, word) is var days && days == DaysOfPeriod.All
            ? new DaysQuantity(null)
            : new DaysQuantity(new DaysMeant(at.Calendar(path), days == DaysOfPeriod.Working));

    private static ComponentQuantity Component(this Resolving at, string id, string path)
    {
        var component = at.Word(path, id, at.DeclaredOf<Component>());
        return new ComponentQuantity(component?.Index ?? 0, component?.Name ?? at.Head.Name);
    }

    private static Quantity Steps(this Resolving at, string id, string path) =>
        at.Named<Procedure>(path, id) is { } known ? new StepsQuantity(known) : Nothing;

    /// <summary>A measure that stands before the one that is read.</summary>
    private static Measure Before(this Resolving at, string id, string path)
    {
        if (at.Word(path, id, at.DeclaredOf<Measure>()) is { } declared)
        {
            if (declared.Index < at.Clauses.Of<Measure>().Count)
                return at.Fitting(at.Clauses.Of<Measure>()[declared.Index], path);
            at.Report("scheme.measure-order", path, id);
        }

        return new Measure(id, at.Head.Name, Nothing, new Citation("", at.Head.Name, isChoice: false));
    }
}
