using System.Globalization;
using PartyRules.Clauses.Amounts;
using PartyRules.Clauses.Core;
using PartyRules.Clauses.Multipliers;
using PartyRules.Conditions;
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
    public override Chapter? Chapter => Core.Chapter.Total;

    /// <inheritdoc/>
    public override void Read(Resolving at)
    {
        CheckWeights(at);
        var (groups, inner) = Groups(at);
        var total = at.Section<TotalDocument>(Key);
        var isWeighed = at.Clauses.Of<Component>().Any(component => component.Weight is not null);
        var (minimum, maximum) = Bounds(at, total?.Minimum, total?.Maximum, "$.total");
        if (!isWeighed && groups.Count == 0 && total is null)
            return;
        at.Clauses.Add(new TotalClause(
            isWeighed,
            groups,
            [.. groups.Where(group => !inner.Contains(group.Id))],
            minimum,
            maximum,
            at.Rounding,
            total is null ? null : at.Cite(total.Cites, "$.total.cites"))
        {
            Multipliers = at.MultipliersOfSums(total?.Multipliers ?? [], "$.total.multipliers"),
            Forced = total is null ? [] : at.ForcedTotals(total.Forced, minimum, maximum),
        });
    }

    /// <inheritdoc/>
    public override IEnumerable<(Stage Stage, Rule Rule)> RulesFor(Scheme scheme)
    {
        yield return (Stage.Points, new ComponentsMakeTotal());
        if (scheme.Total is { Forced.Count: > 0 })
            yield return (Stage.Points, new ForcedTotalRaisesFinding());
        yield return (Stage.Standing, new TotalStands());
    }

    /// <inheritdoc/>
    public override void LookAt(Scheme scheme, LookedAt facts)
    {
        if (scheme.Total is not { } total)
            return;
        foreach (var group in total.AllGroups)
        {
            group.Minimum?.LookAt(facts.By(group.Cites));
            group.Maximum?.LookAt(facts);
        }

        if (total.Cites is { } cites)
            facts.By(cites);
        total.Minimum?.LookAt(facts);
        total.Maximum?.LookAt(facts);
        foreach (var clause in total.Forced)
        {
            clause.Points.LookAt(facts.By(clause.Cites));
            clause.When.LookAt(facts);
        }
    }

    /// <inheritdoc/>
    public override void Tell(Telling account)
    {
        IReadOnlyList<ComponentScore> all = account.Assessment.Components;
        var scores = all.Where(score => score.Component.Counts).ToList();
        if (account.Assessment.Total is not { } total || scores.Count == 0)
            return;
        var clause = account.Assessment.Scheme.Total;
        var sum = scores.Sum(score => score.Points.ToDecimal()).ToString("0.######", CultureInfo.InvariantCulture);
        account.Line("total", string.Join(" + ", scores.Select(score => score.Points.ToString())), sum);
        if (clause is null)
            return;
        foreach (var score in scores.Where(score => clause.IsWeighed))
            account.Line("weighed", score.Component.Name, score.Points, score.Component.Weight);
        var counted = account.Dossier is { } dossier ? clause.CountedBy(all, dossier) : [];
        foreach (var group in counted.Length == 0 ? [] : clause.Groups)
        {
            account.Line("group", group.Name, counted[group.Index], account.Cited(group.Cites));
            account.TellMultipliers(group.Multipliers);
        }

        account.TellMultipliers(clause.Multipliers);
        var forced = ForcedIn(account);
        account.Line("total.bounded", forced?.Reached ?? total);
        if (forced is { Clause: var decided })
            account.Line(
                "total.forced",
                account.InCase(total.ToString(), decided.Points),
                decided.Finding.Name,
                account.Conditions.Of(decided.When),
                account.Cited(decided.Cites));
    }

    /// <inheritdoc/>
    public override IEnumerable<Demand> DemandsOf(Telling account) => account.Assessment.Scheme.Total is not { } clause ? []
        : clause.AllGroups.SelectMany(group => account.DemandsOf(group.Multipliers, group.Name))
            .Concat(account.DemandsOf(clause.Multipliers, Telling.NameOfTotal))
            .Concat(account.IsYearOfRounds ? [] : DemandsOf(clause.Forced, ForcedIn(account)?.Clause));

    private static IEnumerable<Demand> DemandsOf(IReadOnlyList<ForcedTotalClause> clauses, ForcedTotalClause? decided) =>
        clauses.Select(clause => new Demand(clause.Finding.Name, clause.When, clause.Cites, clause == decided));

    private static ForcedTotal? ForcedIn(Telling account) =>
        account.Facts.Of<Total>().FirstOrDefault(total => total.Dossier.Period == account.Assessment.Period)?.Forced;

    private static void CheckWeights(Resolving at)
    {
        var components = at.Clauses.Of<Component>().Where(component => component.Counts).ToList();
        var weighed = components.Where(component => component.Weight is not null).ToList();
        if (weighed.Count == 0)
            return;
        var sum = weighed.Sum(component => component.Weight!.Value.ToDecimal());
        if (weighed.Count < components.Count || sum != 100)
            at.Report("scheme.weights", "$.components", sum);
        if (at.List<GroupDocument>("groups").Count > 0)
            at.Report("scheme.weights-and-groups", "$.groups");
    }

    private static (Amount? Minimum, Amount? Maximum) Bounds(Resolving at, StatedAmount? minimum, StatedAmount? maximum, string path)
    {
        var (least, most) = (at.Amount(minimum, $"{path}.minimum"), at.Amount(maximum, $"{path}.maximum"));
        if (!at.AlwaysMeet([least, most], path, figures => !(figures[0] > figures[1])))
            at.Report("scheme.bounds", path);
        return (least, most);
    }

    /// <summary>The groups, and the identifiers of what belongs to one.</summary>
    private static (IReadOnlyList<Group> Groups, HashSet<string> Inner) Groups(Resolving at)
    {
        var groups = new List<Group>();
        var inner = new HashSet<string>(StringComparer.Ordinal);
        var parts = new Dictionary<string, (Component? Component, Group? Group)>(StringComparer.Ordinal);
        foreach (var component in at.Clauses.Of<Component>())
            parts.TryAdd(component.Id, (component, null));
        var documents = at.List<GroupDocument>("groups");
        for (var i = 0; i < documents.Count; i++)
        {
            var (from, path) = (documents[i], $"$.groups[{i}]");
            at.Words($"{path}.of", from.Of, parts);
            foreach (var part in from.Of.Where(part => !inner.Add(part)))
                at.Report("scheme.duplicate-id", $"{path}.of", part);
            var (minimum, maximum) = Bounds(at, from.Minimum, from.Maximum, path);
            var of = from.Of.Select(id => parts.GetValueOrDefault(id)).ToList();
            var group = new Group(
                at.Id($"{path}.id", from.Id),
                groups.Count,
                from.Name,
                [.. of.Select(part => part.Component).OfType<Component>()],
                [.. of.Select(part => part.Group).OfType<Group>()],
                minimum,
                maximum,
                at.Cite(from.Cites, $"{path}.cites"))
            {
                Multipliers = at.MultipliersOfSums(from.Multipliers, $"{path}.multipliers"),
            };
            if (parts.TryAdd(from.Id, (null, group)))
                groups.Add(group);
            else
                at.Report("scheme.duplicate-id", $"{path}.id", from.Id);
        }

        return (groups, inner);
    }
}

/// <summary>What components ask about groups.</summary>
internal static class GroupReading
{
    /// <summary>The identifiers of what belongs to a group: of components, and of groups.</summary>
    public static HashSet<string> GroupedComponents(this Resolving at) =>
        at.List<GroupDocument>("groups").SelectMany(group => group.Of).ToHashSet(StringComparer.Ordinal);
}
