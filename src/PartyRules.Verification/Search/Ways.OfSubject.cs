using System.Collections.Immutable;
using PartyRules.Conditions;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Verification.Search;

/// <content>What is asked of the subject, of other results, and of those it is compared with.</content>
internal sealed partial class Ways
{
    private const int MostRungs = 8;
    private static readonly string[] SomePlaces = ["0", "1"];

    private IEnumerable<Draft>? OfSubject(Condition condition, bool holds, Draft draft) => condition switch
    {
        CategoryCondition asked => Words(Scheme.Categories.Keys, asked.Categories, holds)
            .Select(word => draft with { Subject = Draft.Like(draft.Subject, category: word) }),
        EmploymentCondition asked => Words(Scheme.Employments.Keys, asked.Employments, holds)
            .Select(word => draft with { Subject = Draft.Like(draft.Subject, employment: word) }),
        PreviousGradeCondition asked => Words((Scheme.Grades?.Bands ?? []).Select(band => band.Id).Append(""), asked.Grades, holds)
            .Select(word => draft with { Subject = Draft.Like(draft.Subject, previousGrade: word) }),
        AttributeTextCondition asked => Words(asked.Values.Append(asked.IsNumber ? "" : "x"), asked.Values, holds)
            .Select(word => draft with { Subject = Draft.Like(draft.Subject, attribute: (asked.Attribute, word)) }),
        AttributeNumberCondition asked => Numbers(asked.Range, holds).Select(number => $"{number}").Concat(holds ? [] : [""])
            .Select(text => draft with { Subject = Draft.Like(draft.Subject, attribute: (asked.Attribute, text)) }),
        ResultCondition { Input: ResultInput input } asked => Results(asked, input, holds, draft),
        _ => null,
    };

    private static IEnumerable<string> Words(IEnumerable<string> all, IReadOnlyList<string> asked, bool holds) =>
        all.Where(word => asked.Contains(word) == holds);

    /// <summary>The ends of a range, or what lies just beside them.</summary>
    private static IEnumerable<Points> Numbers(NumberRange range, bool holds)
    {
        var ends = new List<Points>();
        if (range.Least is { } least)
            ends.AddRange([least, least - 1]);
        if (range.Greatest is { } greatest)
            ends.AddRange([greatest, greatest + 1]);
        return ends.Append(Points.Zero).Where(end => range.Contains(end) == holds);
    }

    private IEnumerable<Draft> Results(ResultCondition asked, ResultInput input, bool holds, Draft draft)
    {
        if (!holds)
        {
            yield return draft;
            yield break;
        }

        var empty = new EarlierResult(input.Scheme, "", default, Points.Zero);
        IEnumerable<EarlierResult> results = asked.Grades.Count > 0 ? asked.Grades.Select(grade => empty with { Grade = grade })
            : asked.Total is { } total ? Numbers(total, true).Select(points => empty with { Total = points })
            : Numbers(asked.Rank!, true).Where(rank => rank >= 1).Select(rank => empty with { Rank = (int)rank.ToDecimal() });
        foreach (var result in results)
            yield return Starts.WithResult(draft, input, trials.Year, result);
    }

    /// <summary>Whether a condition on places or shares holds; not where there is nothing to rank.</summary>
    private bool Holds(Condition condition, Draft draft, Period row) =>
        trials.Of(draft) is { } seen && seen.Facts<Standing>(row).FirstOrDefault() is { } standing && condition.HoldsFor(standing);

    /// <summary>Drafts whose pool has no place, and one.</summary>
    private static IEnumerable<Draft> WithPlaces(StatedPlaces stated, Draft draft) =>
        SomePlaces.Select(places => draft with { Subject = Draft.Like(draft.Subject, attribute: (stated.Attribute, places)) });

    /// <summary>Pools of several sizes in which the subject stands first, among equals, and last.</summary>
    private IEnumerable<Draft> Pools(Draft draft, Period row)
    {
        var better = climbing.Between(draft, Above(draft, row), Points.FromMillionths(1), null, row);
        var worse = better is null ? climbing.Between(draft, Above(draft, row), null, Points.Zero, row) : null;
        var (low, high) = better is not null ? (draft, better) : worse is not null ? (worse, draft) : (draft, draft);
        if (draft.Rivals.Count > 0)
        {
            var more = high.Acts.RemoveRange(low.Acts);
            yield return draft;
            yield return draft with { Acts = high.Acts };
            yield return draft with { Acts = low.Acts, Rivals = [.. draft.Rivals.Select(acts => acts.AddRange(more))] };
        }

        foreach (var others in new[] { 0, 1, 2, 3, 4, 5, 9, 19 })
        {
            yield return draft with { Rivals = Same(draft.Acts, others) };
            yield return high with { Rivals = Same(low.Acts, others) };
            yield return low with { Rivals = Same(high.Acts, others) };
            if (others > 1)
                yield return low with { Rivals = [.. Same(high.Acts, others - 1), low.Acts] };
        }

        foreach (var ladder in Ladders(low, row))
            yield return ladder;
    }

    /// <summary>Pools in which nobody equals another, and the subject is the last or the last but one.</summary>
    private IEnumerable<Draft> Ladders(Draft low, Period row)
    {
        var above = Above(low, row);
        var step = Points.FromMillionths(1);
        var rivals = ImmutableList<ImmutableList<Act>>.Empty;
        for (var reached = Points.Zero; rivals.Count < MostRungs;)
        {
            if (climbing.Between(low, above, reached + step, null, row) is not { } next || trials.Of(next) is not { } seen)
                yield break;
            (rivals, reached) = (rivals.Add(next.Acts), above(seen).GetValueOrDefault());
            yield return low with { Rivals = rivals };
        }
    }

    /// <summary>Pools of whose subjects all, none or some meet a target.</summary>
    private IEnumerable<Draft> Shares(ShareCondition asked, Draft draft, Period row)
    {
        if (Scheme.Targets.FirstOrDefault(target => target.Id == asked.Target) is not { } target)
            yield break;
        foreach (var main in Of(target.When, true, draft, row).Take(2).Concat(Of(target.When, false, draft, row).Take(2)))
        {
            yield return main;
            foreach (var other in Of(target.When, true, draft, row).Take(2).Concat(Of(target.When, false, draft, row).Take(2)))
            {
                foreach (var others in new[] { 1, 3, 9, 19 })
                    yield return main with { Rivals = Same(other.Acts, others) };
            }
        }
    }

    private Func<Seen, Points?> Above(Draft draft, Period row)
    {
        var now = trials.Of(draft)?.TotalOf(row) ?? Points.Zero;
        return seen => seen.TotalOf(row) is { } total ? total - now : null;
    }

    private static ImmutableList<ImmutableList<Act>> Same(ImmutableList<Act> acts, int others) =>
        [.. Enumerable.Repeat(acts, others)];
}
