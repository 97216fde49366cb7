using System.Text.Json;
using System.Text.Json.Nodes;
using PartyRules.Clauses;
using PartyRules.Diagnostics;
using PartyRules.Documents;
using PartyRules.Engine.Fluent;
using PartyRules.Reading.Layered;
using PartyRules.Reading.Tree;
using PartyRules.Schemes;

namespace PartyRules.Reading;

/// <summary>
/// Divides a scheme at the days on which amounts change, so that each part is a scheme without dates that is read and checked like any
/// other.
/// </summary>
internal sealed class DatedAmounts(LayeredDocument layered, EffectiveDocument effective, List<Problem> problems)
{
    private const int MostParts = 100;
    private const long MostComparisons = 2_000_000;
    private long comparisons;

    /// <summary>
    /// The sections whose amounts may have dates: those that are taken into account as a whole in a round, a year or an entry.
    /// </summary>
    private static IEnumerable<string> Sections => ClauseKinds.All.Where(kind => kind.MayHaveDates).SelectMany(kind => kind.Keys);

    /// <summary>Checks where the amounts stand, and that no two of one place hold on one day.</summary>
    public void Check()
    {
        if (layered.Dated.Count == 0)
            return;
        var places = Sections.SelectMany(section => layered.Root[section] is { } node ? PlacesIn(node, $"/{section}") : [])
            .GroupBy(place => place, StringComparer.Ordinal)
            .ToDictionary(place => place.Key, place => place.Count(), StringComparer.Ordinal);
        var before = new Dictionary<string, List<DatedAmount>>(StringComparer.Ordinal);
        for (var i = 0; i < layered.Dated.Count && !problems.AreTooMany(); i++)
        {
            var (amount, at) = (layered.Dated[i], layered.Dated[i].Document.At);
            if (!places.TryGetValue(at, out var count))
                amount.Report("scheme.amount-place", problems, at, HintTo(at, places.Keys));
            else if (count > 1)
                amount.Report("scheme.amount-ambiguous", problems, at);
            else if (before.TryGetValue(at, out var ofPlace) && ofPlace.Find(other => other.Meets(amount)) is { } twin)
                amount.Report("scheme.amount-overlap", problems, at, twin.Tree.At(twin.Path).Line);
            if (!before.TryAdd(at, [amount]))
                before[at].Add(amount);
        }

        if (Starts().Count > MostParts)
            layered.Dated[^1].Report("scheme.amount-too-many", problems, MostParts - 1);
    }

    /// <summary>The nearest place. Of very many mistakes, only the first are compared with all places.</summary>
    private LocalText? HintTo(string at, IReadOnlyCollection<string> places) =>
        (comparisons += places.Count) <= MostComparisons ? SchemeMessages.Catalog.Hint(at, places) : null;

    /// <summary>The scheme in each of its times, in order.</summary>
    /// <param name="resolve">Reads and checks a part.</param>
    public IReadOnlyList<Scheme> Parts(Func<LayeredDocument, List<Problem>, Scheme> resolve)
    {
        var starts = layered.Dated.Count == 0 ? [] : Starts();
        return [.. starts.Select((start, i) => PartFrom(start, resolve).With(head => head with
        {
            EffectiveFrom = start,
            EffectiveTo = i + 1 < starts.Count ? starts[i + 1].AddDays(-1) : effective.To,
        }))];
    }

    /// <summary>What is wrong with a part alone is wrong with the amounts that make it, and is told at their place.</summary>
    private Scheme PartFrom(DateOnly start, Func<LayeredDocument, List<Problem>, Scheme> resolve)
    {
        var (holding, found) = (layered.Dated.FindAll(amount => amount.Document.HoldsOn(start)), new List<Problem>());
        var part = resolve(layered.With(holding), found);
        problems.AddRange(found.Select(problem => holding.Count == 0 || IsOfAmounts(problem)
            ? problem
            : problem.At(holding[^1].Tree.At(holding[^1].Path))));
        return part;
    }

    private static bool IsOfAmounts(Problem problem) => problem.Location.Path?.StartsWith("$.amounts", StringComparison.Ordinal) == true;

    /// <summary>Where each amount stands in the scheme of all layers.</summary>
    public IEnumerable<ValueOrigin> Origins() => layered.Dated.Select(amount =>
        new ValueOrigin(
            layered.Follow(amount.Document.At)![^1].GetPath(),
            amount.Scheme,
            amount.Tree.At($"{amount.Path}.value"))
        {
            From = amount.Document.From,
            To = amount.Document.To,
        });

    /// <summary>The first days of the times into which the scheme falls.</summary>
    private List<DateOnly> Starts() =>
    [
        .. layered.Dated.SelectMany(
            amount => new[] { amount.Document.From, amount.Document.To < DateOnly.MaxValue ? amount.Document.To?.AddDays(1) : null })
            .OfType<DateOnly>().Where(day => day > effective.From && !(day > effective.To)).Append(effective.From).Distinct().Order(),
    ];

    private static IEnumerable<string> PlacesIn(JsonNode node, string path) => node switch
    {
        JsonObject members =>
            members.Where(member => member.Value is not null).SelectMany(member => PlacesIn(member.Value!, $"{path}/{member.Key}")),
        JsonArray list =>
            list.OfType<JsonObject>().SelectMany(part => ClausePath.NameOf(part) is { } name ? PlacesIn(part, $"{path}/{name}") : []),
        _ => node.GetValueKind() == JsonValueKind.Number ? [path] : [],
    };
}
