using PartyRules.Clauses.Core;
using PartyRules.Clauses.Inputs;
using PartyRules.Conditions;
using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Conditions;

/// <summary>How conditions are read.</summary>
internal static class ConditionReading
{
    private const string AllKeys =
        "all, any, not, category, employment, attribute, previousGrade, entries, windows, run, measure, result, component, total, grade, "
        + "rise, rank, top, bottom, last: true, share, mark, times, streak";

    /// <summary>The keys of conditions in the order of the document, with what each needs to know.</summary>
    private static readonly (string Key, Needs Needs)[] Keys =
    [
        ("all", Needs.None),
        ("any", Needs.None),
        ("not", Needs.None),
        ("category", Needs.None),
        ("employment", Needs.None),
        ("entries", Needs.None),
        ("windows", Needs.None),
        ("run", Needs.None),
        ("measure", Needs.None),
        ("attribute", Needs.None),
        ("previousGrade", Needs.None),
        ("result", Needs.None),
        ("component", Needs.Total),
        ("total", Needs.Total),
        ("grade", Needs.Grade),
        ("rise", Needs.Grade),
        ("rank", Needs.Rank),
        ("top", Needs.Rank),
        ("bottom", Needs.Rank),
        ("share", Needs.Shares),
        ("last", Needs.Rank),
        ("mark", Needs.Marks),
        ("times", Needs.Marks),
        ("streak", Needs.Marks),
    ];

    /// <summary>Reads a condition.</summary>
    /// <param name="at">The scheme that is read.</param>
    /// <param name="from">The document.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="allowed">What is known where the condition is decided.</param>
    public static Condition Condition(this Resolving at, ConditionDocument from, string path, Needs allowed)
    {
        var condition = new Reader(at, allowed).Read(from, path);
        if (condition.Needs.HasFlag(Needs.Rank) && !at.Has("ranking") && LookedAt.RankingsOf(condition).Contains(""))
            at.Report("scheme.condition-without", path, "ranking");
        if (condition.Needs.HasFlag(Needs.Shares) && at.DeclaredOf<Target>().Count == 0)
            at.Report("scheme.condition-without", path, "targets");
        if (condition.Needs.HasFlag(Needs.Grade) && !at.Has("grades"))
            at.Report("scheme.condition-without", path, "grades");
        return condition;
    }

    /// <summary>The measure of an identifier; a problem where there is none that can be asked for here.</summary>
    /// <param name="at">The scheme that is read.</param>
    /// <param name="id">The identifier.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="allowed">What is known where the measure is looked at.</param>
    /// <param name="instead">What can be asked for there instead of a measure that is made of what is not known yet.</param>
    public static Measure MeasureOf(this Resolving at, string id, string path, Needs allowed, IEnumerable<string> instead)
    {
        var isLater = at.DeclaredOf<Measure>().TryGetValue(id, out var declared) && declared.Index >= at.Clauses.Of<Measure>().Count;
        if (isLater)
            at.Report("scheme.measure-order", path, id);
        if (isLater || at.Named<Measure>(path, id) is not { } measure)
            return new Measure(id, at.Head.Name, new AttributeQuantity(id), new Citation("", at.Head.Name, isChoice: false));
        if ((measure.Quantity.Needs & ~allowed) != 0)
            at.Report("scheme.condition-too-early", path, id, string.Join(", ", instead));
        return at.Fitting(measure, path);
    }

    /// <summary>The measure of an identifier, which must be one that is known before any points are.</summary>
    public static Measure EarlyMeasure(this Resolving at, string id, string path) => at.MeasureOf(
        id,
        path,
        Needs.None,
        at.Clauses.Of<Measure>().Where(measure => measure.Quantity.Needs == Needs.None).Select(measure => measure.Id));

    /// <summary>Reports rows of a table that nothing keeps apart, so that several might hold.</summary>
    /// <param name="at">The scheme that is read.</param>
    /// <param name="rows">What each row asks for.</param>
    /// <param name="path">Where the rows stand.</param>
    public static void CheckApart(this Resolving at, IReadOnlyList<Condition> rows, string path)
    {
        for (var i = 1; i < rows.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (!rows[i].IsApartFrom(rows[j]))
                    at.Report("scheme.rows-overlap", $"{path}[{i}].when", j + 1, i + 1);
            }
        }
    }

    /// <summary>The measure; a problem where a window of it does not fit into what is looked at.</summary>
    public static Measure Fitting(this Resolving at, Measure measure, string path)
    {
        if (measure.Quantity.IsOfPool && at.IsWithinWindow)
            at.Report("scheme.measure-pool-window", path, measure.Id);
        foreach (var window in measure.Quantity.Windows)
            at.CheckFits(path, window);
        return measure;
    }

    /// <summary>
    /// Reads a range; one that holds no number of the kind that is asked about is a problem, and so is a bound that is none.
    /// </summary>
    public static NumberRange Range(this Resolving at, RangeDocument from, string path, RangeOf of = RangeOf.Numbers)
    {
        var range = new NumberRange(from.AtLeast, from.Above, from.AtMost, from.Below, from.Exactly);
        var (code, least, most) = of switch
        {
            RangeOf.Counts => ("scheme.not-a-count", 0, int.MaxValue),
            RangeOf.Ranks => ("scheme.not-a-rank", 1, int.MaxValue),
            RangeOf.DaysOfMonth => ("scheme.not-a-day", 1, 31),
            RangeOf.Percentages => ("scheme.not-a-percentage", 0, 100),
            RangeOf.WholeNumbers => ("scheme.not-whole", int.MinValue, int.MaxValue),
            _ => ("", 0, 0),
        };
        var isWhole = of is not (RangeOf.Numbers or RangeOf.Percentages);
        var isRight = true;
        foreach (var (key, bound) in of == RangeOf.Numbers ? [] : BoundsOf(from))
        {
            if (bound < least || bound > most || (isWhole && bound.Millionths % 1_000_000 != 0))
            {
                at.Report(code, $"{path}.{key}", bound);
                isRight = false;
            }
        }

        if (isRight && (!BoundsOf(from).Any() || range.IsEmpty || (isWhole && !range.HoldsWhole(least, most))))
            at.Report("scheme.range", path);
        return range;
    }

    private static IEnumerable<(string Key, Points Bound)> BoundsOf(RangeDocument from)
    {
        var bounds = new[]
        {
            ("atLeast", from.AtLeast), ("above", from.Above), ("atMost", from.AtMost), ("below", from.Below), ("exactly", from.Exactly),
        };
        foreach (var (key, bound) in bounds)
        {
            if (bound is { } given)
                yield return (key, given);
        }
    }

    private sealed class Reader(Resolving at, Needs allowed)
    {
        public Condition Read(ConditionDocument from, string path)
        {
            var given = Given(from).ToList();
            foreach (var (key, _) in given)
            {
                if ((Array.Find(Keys, known => known.Key == key).Needs & ~allowed) != 0)
                    at.Report("scheme.condition-too-early", $"{path}.{key}", key, string.Join(", ", KnownKeys()));
            }

            if (from.In is not null && from.Last is null)
                at.Report("scheme.in-of-last", $"{path}.in");
            if (given.Count == 1 && from.Last != false)
                return given[0].Make($"{path}.{given[0].Key}");
            at.Report("scheme.exactly-one", path, AllKeys);
            return new AllCondition([]);
        }

        private IEnumerable<string> KnownKeys() => Keys.Where(known => (known.Needs & ~allowed) == 0).Select(known => known.Key);

        /// <summary>The members that are given, each with what makes its condition.</summary>
        private IEnumerable<(string Key, Func<string, Condition> Make)> Given(ConditionDocument from)
        {
            if (from.All is { } all)
                yield return ("all", path => new AllCondition(Parts(all, path)));
            if (from.Any is { } any)
                yield return ("any", path => new AnyCondition(Parts(any, path)));
            if (from.Not is { } not)
                yield return ("not", path => new NotCondition(Read(not, path)));
            if (from.Category is { } category)
                yield return ("category", path => new CategoryCondition(at.Words(path, category, at.Head.Subjects.Categories)));
            if (from.Employment is { } employment)
                yield return ("employment", path => new EmploymentCondition(at.Words(path, employment, at.Head.Subjects.Employments)));
            if (from.Entries is { } entries)
                yield return ("entries", path => at.Entries(entries, path));
            if (from.Windows is { } windows)
                yield return ("windows", path => at.Windows(windows, path));
            if (from.Run is { } run)
                yield return ("run", path => at.Run(run, path));
            if (from.Measure is { } measure)
                yield return ("measure", path => Measure(measure, path));
            if (from.Attribute is { } attribute)
                yield return ("attribute", path => Attribute(attribute, path));
            if (from.PreviousGrade is { } previous)
                yield return ("previousGrade", path => PreviousGrade(previous, path));
            if (from.Result is { } result)
                yield return ("result", path => Result(result, path));
            foreach (var ofResult in GivenOfResult(from))
                yield return ofResult;
        }

        private IEnumerable<(string Key, Func<string, Condition> Make)> GivenOfResult(ConditionDocument from)
        {
            if (from.Component is { } component)
                yield return ("component", path => Component(component, path));
            if (from.Total is { } total)
                yield return ("total", path => new TotalCondition(at.Range(total, path)));
            if (from.Grade is { } grade)
                yield return ("grade", path => Grade(grade, path));
            if (from.Rise is { } rise)
                yield return ("rise", path => new RiseCondition(at.Range(rise, path, RangeOf.WholeNumbers)));
            if (from.Rank is { } rank)
                yield return ("rank", path => Rank(rank, path));
            if (from.Top is { } top)
                yield return ("top", path => Quota(top, isTop: true, path));
            if (from.Bottom is { } bottom)
                yield return ("bottom", path => Quota(bottom, isTop: false, path));
            if (from.Share is { } share)
                yield return ("share", path => Share(share, path));
            if (from.Last is not null)
                yield return ("last", path => Last(from.In, $"{path[..^".last".Length]}.in"));
            if (from.Mark is { } mark)
                yield return ("mark", path => new MarkCondition(mark, Mark(path, mark)));
            if (from.Times is { } times)
                yield return (
                    "times",
                    path => new TimesCondition(
                        times.Of, Mark($"{path}.of", times.Of), at.Range(times.Count, $"{path}.count", RangeOf.Counts)));
            if (from.Streak is { } streak)
                yield return (
                    "streak",
                    path => new StreakCondition(
                        streak.Of, Mark($"{path}.of", streak.Of), at.Range(streak.Count, $"{path}.count", RangeOf.Counts)));
        }

        private List<Condition> Parts(IReadOnlyList<ConditionDocument> parts, string path)
        {
            if (parts.Count == 0)
                at.Report("scheme.empty-list", path);
            return [.. parts.Select((part, i) => Read(part, $"{path}[{i}]"))];
        }

        private (IReadOnlyList<string> Ids, IReadOnlyList<LocalText> Names) Grades(IReadOnlyList<string> ids, string path)
        {
            var known = at.Words(path, ids, at.DeclaredOf<GradeBand>()).Where(at.DeclaredOf<GradeBand>().ContainsKey).ToList();
            return (known, [.. known.Select(id => at.DeclaredOf<GradeBand>()[id].Name)]);
        }

        private MeasureCondition Measure(MeasureConditionDocument from, string path) => new(
            at.MeasureOf(from.Of, $"{path}.of", allowed, KnownKeys()), at.Range(from.Number, $"{path}.number"));

        private GradeCondition Grade(IReadOnlyList<string> from, string path)
        {
            var (ids, names) = Grades(from, path);
            return new GradeCondition(ids, names);
        }

        private PreviousGradeCondition PreviousGrade(IReadOnlyList<string> from, string path)
        {
            var (ids, names) = Grades(from, path);
            return new PreviousGradeCondition(ids, names);
        }

        private LocalText Mark(string path, string id) => at.Word(path, id, at.DeclaredOf<MarkClause>())?.Name ?? at.Head.Name;

        private ComponentCondition Component(ComponentConditionDocument from, string path)
        {
            var component = at.Word($"{path}.of", from.Of, at.DeclaredOf<Component>());
            return new ComponentCondition(component?.Index ?? 0, component?.Name ?? at.Head.Name, at.Range(from.Points, $"{path}.points"));
        }

        private ShareCondition Share(ShareConditionDocument from, string path)
        {
            var target = at.Word($"{path}.of", from.Of, at.DeclaredOf<Target>());
            return new ShareCondition(
                from.Of, target?.Name ?? at.Head.Name, at.Range(from.Percent, $"{path}.percent", RangeOf.Percentages));
        }

        private Condition Attribute(AttributeConditionDocument from, string path)
        {
            var attribute = at.Word($"{path}.of", from.Of, at.Head.Subjects.Attributes);
            if (from.Is is null == from.Number is null)
                at.Report("scheme.exactly-one", path, "is, number");
            if (from.Is is { Count: 0 })
                at.Report("scheme.empty-list", $"{path}.is");
            if (from.Number is not null && attribute is { Kind: "text" })
                at.Report("scheme.attribute-kind", path, from.Of);
            var name = attribute?.Name ?? at.Head.Name;
            return from.Number is null
                ? new AttributeTextCondition(from.Of, name, from.Is ?? [], attribute is { Kind: "number" })
                : new AttributeNumberCondition(from.Of, name, at.Range(from.Number, $"{path}.number"));
        }

        private ResultCondition Result(ResultConditionDocument from, string path)
        {
            if (new object?[] { from.Grade, from.Total, from.Rank }.Count(member => member is not null) != 1)
                at.Report("scheme.exactly-one", path, "grade, total, rank");
            if (from.Grade is { Count: 0 })
                at.Report("scheme.empty-list", $"{path}.grade");
            return new ResultCondition(
                at.Input($"{path}.of", from.Of),
                from.Grade ?? [],
                from.Total is null ? null : at.Range(from.Total, $"{path}.total"),
                from.Rank is null ? null : at.Range(from.Rank, $"{path}.rank", RangeOf.Ranks));
        }

        /// <summary>The ranking that a condition names; the one that gives results their rank where it names none.</summary>
        private (string Id, LocalText? Name) Ranking(string? id, string path)
        {
            var further = at.DeclaredOf<RankingClause>();
            if (id is null)
                return ("", null);
            if (further.Count == 0)
                at.Report("scheme.condition-without", path, "rankings");
            return (id, (further.Count == 0 ? null : at.Word(path, id, further))?.Name ?? at.Head.Name);
        }

        private RankCondition Rank(RankConditionDocument from, string path)
        {
            var (id, name) = Ranking(from.In, $"{path}.in");
            return new RankCondition(id, name, at.Range(from, path, RangeOf.Ranks));
        }

        private LastCondition Last(string? ranking, string path)
        {
            var (id, name) = Ranking(ranking, path);
            return new LastCondition(id, name);
        }

        private QuotaCondition Quota(QuotaConditionDocument from, bool isTop, string path)
        {
            var overflow = at.Word<QuotaOverflow>($"{path}.overflow", from.Overflow);
            var (id, name) = Ranking(from.In, $"{path}.in");
            return new QuotaCondition(id, name, isTop, at.PlacesOf(from, path), overflow == QuotaOverflow.In);
        }
    }
}

/// <summary>What kind of numbers a range is about.</summary>
internal enum RangeOf
{
    /// <summary>Any numbers: points and values.</summary>
    Numbers,

    /// <summary>How many there are.</summary>
    Counts,

    /// <summary>Ranks.</summary>
    Ranks,

    /// <summary>Days of a month.</summary>
    DaysOfMonth,

    /// <summary>Shares as percentages.</summary>
    Percentages,

    /// <summary>Whole numbers of either sign.</summary>
    WholeNumbers,
}
