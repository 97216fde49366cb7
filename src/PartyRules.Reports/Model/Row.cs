using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Reports.Model;

/// <summary>One subject in a report.</summary>
/// <param name="Assessment">The result that the report is about.</param>
/// <param name="All">All results of the subject in the year, by period.</param>
/// <param name="Pool">The key of the pool it is placed in; empty where all compete.</param>
/// <param name="Place">The scheme's rank; where it ranks nobody, the place by total, equals sharing one; null without a total.</param>
/// <param name="Movement">How it moved since before.</param>
internal sealed record Row(Assessment Assessment, IReadOnlyList<Assessment> All, string Pool, int? Place, Movement Movement)
{
    public Subject Subject => Assessment.Subject;
}

/// <summary>How a subject moved; each is null where there is nothing to compare with.</summary>
/// <param name="Grades">By how many grades it rose.</param>
/// <param name="Ranks">By how many ranks it rose.</param>
/// <param name="Total">By how much its total rose.</param>
internal sealed record Movement(int? Grades, int? Ranks, Points? Total);

/// <summary>Puts subjects in the order in which reports list them.</summary>
internal static class Standings
{
    public static IReadOnlyList<Row> Order(ReportData data, IReadOnlyList<List<Assessment>> perSubject)
    {
        var earlier = data.Terms.Earlier
            .Where(result => result.Scheme == data.Scheme.Id && result.Period.Kind == data.Period.Kind)
            .Where(result => result.Period.CompareTo(data.Period) < 0)
            .OrderBy(result => result.Period).ToLookup(result => result.Subject, StringComparer.Ordinal);
        var chosen = perSubject.Select(own => (Own: own, Result: own.Find(assessment => assessment.Period == data.Period) ?? own[^1]))
            .ToList();
        var places = data.Scheme.Ranking is null ? PlacesByTotal(chosen.ConvertAll(row => row.Result)) : [];
        return
        [
            .. chosen.Select(row => new Row(
                    row.Result,
                    row.Own,
                    data.Scheme.Ranking?.PoolOf(row.Result.Subject) ?? "",
                    row.Result.Total is null
                        ? null
                        : row.Result.Rank ?? (places.TryGetValue(row.Result.Total.Value, out var place) ? place : null),
                    MovementOf(data.Scheme, row.Result, row.Own, earlier[row.Result.Subject.Id].LastOrDefault())))
                .OrderBy(row => row.Place is null)
                .ThenBy(row => row.Pool, StringComparer.Ordinal)
                .ThenBy(row => row.Place)
                .ThenBy(row => row.Assessment.Status)
                .ThenBy(row => row.Subject.Id, StringComparer.Ordinal),
        ];
    }

    private static Dictionary<Points, int> PlacesByTotal(List<Assessment> results)
    {
        var places = new Dictionary<Points, int>();
        var better = 0;
        var byTotal = results.Where(result => result.Total is not null).GroupBy(result => result.Total!.Value);
        foreach (var equals in byTotal.OrderByDescending(group => group.Key))
        {
            places.Add(equals.Key, better + 1);
            better += equals.Count();
        }

        return places;
    }

    private static Movement MovementOf(Scheme scheme, Assessment result, List<Assessment> own, EarlierResult? earlier)
    {
        var before =
            own.FindLast(assessment => assessment.Period.Kind == result.Period.Kind && assessment.Period.CompareTo(result.Period) < 0);
        var rank = before?.Rank ?? earlier?.Rank;
        var total = before?.Total ?? earlier?.Total;
        return new Movement(
            result.Grade is { } grade ? scheme.Grades!.Rise(result.Subject.PreviousGrade, grade) : null,
            rank - result.Rank,
            result.Total is { } now && total is { } then ? now - then : null);
    }
}
