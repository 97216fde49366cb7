using PartyRules.Diagnostics;
using PartyRules.Documents;
using PartyRules.Reading.Layered;
using PartyRules.Schemes;

namespace PartyRules.Reading;

/// <summary>
/// Divides a scheme at the days on which amounts change, so that each part is a scheme without dates that is read and checked like any
/// other.
/// </summary>
internal sealed class DatedAmounts(LayeredDocument layered, EffectiveDocument effective, List<Problem> problems)
{
    private const int MostParts = 100;
    private readonly List<AmountRows> amounts = [.. AmountRows.Within(layered.Root)];

    /// <summary>The scheme in each of its times, in order; one where no amount changes.</summary>
    /// <param name="resolve">Reads and checks a part.</param>
    public IReadOnlyList<Scheme> Parts(Func<LayeredDocument, List<Problem>, Scheme> resolve)
    {
        var starts = Starts();
        if (starts.Count > MostParts)
        {
            problems.Add(SchemeMessages.Catalog.Problem(
                "scheme.amount-too-many", layered.At(amounts[^1].List.GetPath()), MostParts - 1));
            return [];
        }

        var found = starts.ConvertAll(_ => new List<Problem>());
        List<Scheme> parts = [.. starts.Select((start, i) => PartOf(start, found[i], resolve).With(head => head with
        {
            EffectiveFrom = start,
            EffectiveTo = i + 1 < starts.Count ? starts[i + 1].AddDays(-1) : effective.To,
        }))];
        Report(starts, found);
        CheckRounds(starts, parts);
        return parts;
    }

    /// <summary>Checks that amounts change between rounds: within one, it would go by what held on its first day.</summary>
    private void CheckRounds(List<DateOnly> starts, List<Scheme> parts)
    {
        foreach (var (start, scheme) in starts.Zip(parts).Skip(1))
        {
            var round = Period.Containing(start, scheme.Round, scheme.FirstMonth);
            if (!scheme.HasRounds || round.Start == start)
                continue;
            foreach (var amount in amounts)
            {
                foreach (var row in amount.Rows.Where(row => row.From == start || row.To?.AddDays(1) == start).Take(1))
                    problems.Add(SchemeMessages.Catalog.Problem(
                        "scheme.amount-within-round",
                        layered.At($"{amount.List.GetPath()}[{row.Index}]"),
                        $"{start:O}",
                        round,
                        $"{round.Start:O}",
                        $"{round.End.AddDays(1):O}"));
            }
        }
    }

    private Scheme PartOf(DateOnly start, List<Problem> found, Func<LayeredDocument, List<Problem>, Scheme> resolve) =>
        resolve(amounts.Count == 0 ? layered : layered.On(start), found);

    /// <summary>What is wrong at all times is told as it is, and what is not, with the day from which it is.</summary>
    private void Report(List<DateOnly> starts, List<List<Problem>> found)
    {
        var always = found.Skip(1).Aggregate(found[0].ToHashSet(), (common, part) => [.. common.Intersect(part)]);
        problems.AddRange(found[0].Where(always.Contains));
        var told = new HashSet<Problem>(always);
        for (var i = 0; i < starts.Count; i++)
        {
            foreach (var problem in found[i].Where(told.Add))
            {
                var message = SchemeMessages.Catalog.Format("hint.since", $"{starts[i]:O}", problem.Message);
                problems.Add(new Problem(problem.Code, problem.Location, message));
            }
        }
    }

    /// <summary>Where each amount that holds for a time stands in the scheme of all layers.</summary>
    public IEnumerable<ValueOrigin> Origins() =>
        from amount in amounts
        let path = amount.List.GetPath()
        from row in amount.Rows
        where row.IsDated
        let at = $"{path}[{row.Index}].is"
        select new ValueOrigin(path, layered.SchemeOf(at), layered.At(at)) { From = row.From, To = row.To };

    /// <summary>The first days of the times into which the scheme falls.</summary>
    private List<DateOnly> Starts() =>
        [.. amounts.SelectMany(amount => amount.Starts(effective)).Append(effective.From).Distinct().Order()];
}
