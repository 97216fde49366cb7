using System.Globalization;
using PartyRules.Clauses.Core;
using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Totals;

/// <summary>How scores make the total: weights, groups and bounds.</summary>
internal sealed class TotalsKind : ClauseKind
{
    /// <inheritdoc/>
    public override string Key => "total";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Keys => ["groups", Key];

    /// <inheritdoc/>
    public override bool MayHaveDates => true;

    /// <inheritdoc/>
    public override Chapter? Chapter => Core.Chapter.Total;

    /// <inheritdoc/>
    public override void Read(Resolving at)
    {
        CheckWeights(at);
        var (groups, inner) = Groups(at);
        var total = at.Section<TotalDocument>(Key);
        var isWeighed = at.Clauses.Of<Component>().Any(component => component.Weight is not null);
        if (total is not null && total.Minimum > total.Maximum)
            at.Report("scheme.bounds", "$.total");
        if (!isWeighed && groups.Count == 0 && total is null)
            return;
        at.Clauses.Add(new TotalClause(
            isWeighed,
            [.. groups.Values.Where(group => !inner.Contains(group.Id))],
            total?.Minimum,
            total?.Maximum,
            at.Rounding,
            total is null ? null : at.Cite(total.Cites, "$.total.cites")));
    }

    /// <inheritdoc/>
    public override IEnumerable<(Stage Stage, Rule Rule)> RulesFor(Scheme scheme) =>
        [(Stage.Points, new ComponentsMakeTotal()), (Stage.Standing, new TotalStands())];

    /// <inheritdoc/>
    public override void Tell(Telling account)
    {
        var scores = account.Assessment.Components;
        if (account.Assessment.Total is not { } total || scores.Count == 0)
            return;
        var clause = account.Assessment.Scheme.Total;
        var sum = scores.Sum(score => score.Points.ToDecimal()).ToString("0.######", CultureInfo.InvariantCulture);
        account.Line("total", string.Join(" + ", scores.Select(score => score.Points.ToString())), sum);
        if (clause is null)
            return;
        foreach (var score in scores.Where(score => clause.IsWeighed))
            account.Line("weighed", score.Component.Name, score.Points, score.Component.Weight);
        foreach (var group in clause.Groups)
            account.Line("group", group.Name, group.Of(scores), account.Cited(group.Cites));
        account.Line("total.bounded", total);
    }

    private static void CheckWeights(Resolving at)
    {
        var components = at.Clauses.Of<Component>();
        var weighed = components.Where(component => component.Weight is not null).ToList();
        if (weighed.Count == 0)
            return;
        var sum = weighed.Sum(component => component.Weight!.Value.ToDecimal());
        if (weighed.Count < components.Count || sum != 100)
            at.Report("scheme.weights", "$.components", sum);
        if (at.List<GroupDocument>("groups").Count > 0)
            at.Report("scheme.weights-and-groups", "$.groups");
    }

    /// <summary>The groups, and the identifiers of what belongs to one.</summary>
    private static (Dictionary<string, Group> Groups, HashSet<string> Inner) Groups(Resolving at)
    {
        var components = at.Clauses.Of<Component>();
        var groups = new Dictionary<string, Group>(StringComparer.Ordinal);
        var inner = new HashSet<string>(StringComparer.Ordinal);
        var documents = at.List<GroupDocument>("groups");
        for (var i = 0; i < documents.Count; i++)
        {
            var (from, path) = (documents[i], $"$.groups[{i}]");
            at.Words(
                $"{path}.of", from.Of, components.Select(component => component.Id).Concat(groups.Keys).Distinct(StringComparer.Ordinal));
            foreach (var part in from.Of.Where(part => !inner.Add(part)))
                at.Report("scheme.duplicate-id", $"{path}.of", part);
            if (from.Minimum > from.Maximum)
                at.Report("scheme.bounds", path);
            var group = new Group(
                at.Id($"{path}.id", from.Id),
                from.Name,
                [.. components.Where(component => from.Of.Contains(component.Id))],
                [.. from.Of.Where(groups.ContainsKey).Select(id => groups[id])],
                from.Minimum,
                from.Maximum,
                at.Cite(from.Cites, $"{path}.cites"))
            {
                Index = i,
            };
            if (components.Any(component => component.Id == from.Id) || !groups.TryAdd(from.Id, group))
                at.Report("scheme.duplicate-id", $"{path}.id", from.Id);
        }

        return (groups, inner);
    }
}

/// <summary>What components ask about groups.</summary>
internal static class GroupReading
{
    /// <summary>Whether a component belongs to a group.</summary>
    public static bool IsGrouped(this Resolving at, string component) =>
        at.List<GroupDocument>("groups").Any(group => group.Of.Contains(component));
}
